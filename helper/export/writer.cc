#include "helper/export/writer.h"

#include <fstream>
#include <map>
#include <set>

#include "core/base/hash.h"
#include "core/keeping.h"
#include "core/text/charset.h"
#include "helper/command/kept_undo_key.h"
#include "helper/export/layout.h"
#include "helper/export/readable.h"
#include "helper/json/json.h"
#include "helper/people/reflection.h"

namespace goodturn::helper {
namespace {

namespace fs = std::filesystem;
using Cell = Archive::Cell;

constexpr std::size_t rows_between_words = 250;

constexpr std::string_view read_me =
    "This folder holds everything that Goodturn kept, as open files. Passwords are not among it.\n"
    "\n"
    "collections/  one folder for each address book and calendar: .vcf and .ics files as they are\n"
    "trash/        what a sync removed, changes/ what was written to servers, before and after\n"
    "readable/     people, profiles and merges once more, as JSON for other programs\n"
    "tables/       where each file belongs, settings, observed mail: one JSON object a line\n"
    "\n"
    "To take it back into an empty home: goodturn restore FOLDER\n"
    "Every file is explained in docs/export.md of Goodturn.\n";

Result<void> make_folder(const fs::path& folder) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (problem)
    return fail(ErrorKind::storage,
                Said("The folder cannot be made: {reason}", {{"reason", problem.message()}}),
                folder.string());
  return {};
}

Result<void> check_empty(const fs::path& folder) {
  std::error_code problem;
  if (fs::exists(fs::symlink_status(folder, problem)) &&
      !(fs::is_directory(folder, problem) && fs::is_empty(folder, problem)))
    return fail(ErrorKind::invalid, "The folder is not empty. Export into an empty or new folder.",
                folder.string());
  return {};
}

Error writing_failed(const fs::path& path) {
  return {ErrorKind::storage, "Writing failed. Is the disk full?", path.string(), 0, std::nullopt};
}

/// What the last commands changed may hold the earlier text of a reflection; then that is left out, too.
bool is_reflection(const std::string& key, const std::string& value) {
  return key.starts_with(reflection_prefix) ||
         (key == kept_undo_key && value.find(reflection_prefix) != std::string::npos);
}

/// The rows of one table on their way into files.
class ExportWriter {
 public:
  ExportWriter(const fs::path& folder, std::size_t total, Reflections reflections,
               const ExportProgress& progress)
      : folder_(folder), total_(total), reflections_(reflections), progress_(progress) {}

  Result<void> write_table(Archive& archive, const Archive::Table& table) {
    const fs::path path = folder_ / rows_file(table.name);
    std::ofstream rows(path, std::ios::binary);
    std::size_t number = 0;
    auto visited = archive.each_kept_row(table.name, [&](const std::vector<Cell>& cells) -> Result<void> {
      if (stays_here(table, cells)) return {};
      ++number;
      auto row = row_of(table, cells, number);
      if (!row) return fail(row.error());
      rows << row->dump() << '\n';
      if (++done_ % rows_between_words == 0) progress_(done_, total_);
      return rows ? Result<void>{} : fail(writing_failed(path));
    });
    if (!visited) return visited;
    rows.close();
    if (!rows) return fail(writing_failed(path));
    summary_[table.name] = number;
    return {};
  }

  Result<void> write_json(std::string_view name, const Json& json) {
    return write_file(std::string(name), json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  }

  Result<void> write_file(const std::string& name, std::string_view bytes) {
    const fs::path path = folder_ / name;
    if (known_folders_.insert(path.parent_path()).second)
      if (auto made = make_folder(path.parent_path()); !made) return made;
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file ? Result<void>{} : fail(writing_failed(path));
  }

  [[nodiscard]] const Json& summary() const { return summary_; }
  [[nodiscard]] std::size_t left_out() const { return left_out_; }
  [[nodiscard]] std::size_t rows_of(const std::string& table) const {
    return summary_.value(table, std::size_t{0});
  }

 private:
  bool stays_here(const Archive::Table& table, const std::vector<Cell>& cells) {
    if (reflections_ == Reflections::included || table.name != "setting") return false;
    const std::string& key = std::get<std::string>(cells[0]);
    const std::string& value = std::get<std::string>(cells[1]);
    if (!is_reflection(key, value)) return false;
    if (key.starts_with(reflection_prefix) && !value.empty()) ++left_out_;
    return true;
  }

  Result<Json> row_of(const Archive::Table& table, const std::vector<Cell>& cells, std::size_t number) {
    std::map<std::string_view, const Cell*> named;
    for (std::size_t at = 0; at < cells.size(); ++at) named.emplace(table.columns[at], &cells[at]);
    if (table.name == "collection")
      if (auto met = meet_collection(named); !met) return fail(met.error());
    Json row = Json::object();
    for (const auto& [column, cell] : named) {
      auto value = value_of(table.name, std::string(column), named, number);
      if (!value) return fail(value.error());
      row[std::string(column)] = std::move(*value);
    }
    return row;
  }

  using Row = std::map<std::string_view, const Cell*>;

  static std::int64_t number_in(const Row& row, std::string_view column) {
    return std::get<std::int64_t>(*row.at(column));
  }

  Result<void> meet_collection(const Row& row) {
    const std::int64_t id = number_in(row, "id");
    if (number_in(row, "cards") != 0) books_.insert(id);
    return write_file("collections/" + std::to_string(id) + "/displayname",
                      std::get<std::string>(*row.at("name")));
  }

  /// A text that is an item, or is not UTF-8, becomes a file; all else stays in the row.
  Result<Json> value_of(const std::string& table, const std::string& column, const Row& row,
                        std::size_t number) {
    const Cell& cell = *row.at(column);
    if (std::holds_alternative<std::monostate>(cell)) return Json(nullptr);
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) return Json(*integer);
    const std::string& text = std::get<std::string>(cell);
    const std::string name = text.empty() ? std::string() : file_name(table, column, row);
    if (name.empty() && text::is_utf8(text)) return Json(text);
    const std::string file =
        name.empty() ? "texts/" + table + "-" + std::to_string(number) + "-" + column : name;
    if (auto written = write_file(file, text); !written) return fail(written.error());
    return Json{{"file", file}};
  }

  [[nodiscard]] std::string file_name(const std::string& table, const std::string& column,
                                      const Row& row) const {
    for (const TextColumn& one : text_columns) {
      if (one.table != table || one.column != column) continue;
      const std::int64_t collection = number_in(row, "collection");
      // Never made from a server's href: that may be anything.
      const std::string own = one.by_place ? std::to_string(collection) + "/" +
                                                 to_hex(hash_of(std::get<std::string>(*row.at("href"))))
                                           : std::to_string(number_in(row, "id"));
      return std::string(one.folder) + "/" + own + std::string(one.ending) +
             (books_.contains(collection) ? ".vcf" : ".ics");
    }
    return {};
  }

  fs::path folder_;
  std::size_t total_;
  Reflections reflections_;
  std::size_t left_out_ = 0;
  const ExportProgress& progress_;
  std::size_t done_ = 0;
  std::set<std::int64_t> books_;
  std::set<fs::path> known_folders_;
  Json summary_ = Json::object();
};

Result<void> write_readable(World& world, ExportWriter& writer) {
  auto readable = readable_views(world);
  if (!readable) return fail(readable.error());
  for (const auto& [name, json] : *readable)
    if (auto written = writer.write_json("readable/" + name, json); !written) return written;
  return {};
}

Result<Exported> write_all(World& world, const fs::path& folder, Reflections reflections,
                           const ExportProgress& progress) {
  const auto tables = archive_of(world.store)->kept_tables();
  if (!tables) return fail(tables.error());
  const auto version = archive_of(world.store)->schema_version();
  if (!version) return fail(version.error());
  std::size_t total = 0;
  for (const Archive::Table& table : *tables) total += table.rows;
  progress(0, total);
  ExportWriter writer(folder, total, reflections, progress);
  if (auto told = writer.write_file("README.txt", read_me); !told) return fail(told.error());
  if (auto made = make_folder(folder / "tables"); !made) return fail(made.error());
  for (const Archive::Table& table : *tables)
    if (auto written = writer.write_table(*archive_of(world.store), table); !written)
      return fail(written.error());
  if (auto written = write_readable(world, writer); !written) return fail(written.error());
  const Json summary = {
      {"program", "goodturn"}, {"format", export_format}, {"schema", *version}, {"tables", writer.summary()}};
  if (auto ended = writer.write_json(export_summary, summary); !ended) return fail(ended.error());
  progress(total, total);
  return Exported{folder, writer.rows_of("item"), writer.rows_of("collection"), writer.left_out()};
}

}  // namespace

Result<Exported> write_export(World& world, const fs::path& folder, Reflections reflections,
                              const ExportProgress& progress) {
  if (archive_of(world.store) == nullptr)
    return fail(ErrorKind::invalid, "Nothing can be exported from here.");
  if (auto empty = check_empty(folder); !empty) return fail(empty.error());
  if (auto made = make_folder(folder); !made) return fail(made.error());
  const auto lock = world.lock();
  Result<Exported> exported = Exported{};
  auto done = world.store.transact([&]() -> Result<void> {
    exported = write_all(world, folder, reflections, progress);
    return exported ? Result<void>{} : fail(exported.error());
  });
  if (!done) return fail(done.error());
  return exported;
}

}  // namespace goodturn::helper
