#include "helper/export/reader.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "core/keeping.h"
#include "helper/export/layout.h"

namespace goodturn::helper {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Cell = Archive::Cell;

/// A whole file below `folder`. What an export names may have been written by anybody: no way leads out.
Result<std::string> read_below(const fs::path& folder, const std::string& name) {
  const fs::path relative(name);
  const bool leaves = relative.is_absolute() || name.empty() ||
                      std::find(relative.begin(), relative.end(), fs::path("..")) != relative.end();
  if (leaves) return fail(ErrorKind::invalid, "The export names a file outside of its folder.", name);
  std::error_code none;
  fs::path way = folder;
  for (const fs::path& part : relative) {
    way /= part;
    if (fs::is_symlink(fs::symlink_status(way, none)))
      return fail(ErrorKind::invalid, "The export has a link where a file should be.", way.string());
  }
  if (!fs::is_regular_file(way, none))
    return fail(ErrorKind::invalid, "The export is not whole: a file is missing.", way.string());
  std::ifstream file(way, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad() || !file.is_open())
    return fail(ErrorKind::storage, "The file cannot be read.", way.string());
  return bytes;
}

Result<Json> summary_of(const fs::path& folder) {
  std::error_code none;
  if (!fs::exists(folder / export_summary, none))
    return fail(ErrorKind::not_found,
                "This is no export of Goodturn, or one that was not finished: export.json is missing.",
                folder.string());
  const auto bytes = read_below(folder, std::string(export_summary));
  if (!bytes) return fail(bytes.error());
  Json summary = Json::parse(*bytes, nullptr, false);
  const bool good = summary.is_object() && summary.value("program", Json()) == "goodturn" &&
                    summary.value("format", Json()).is_number_integer() &&
                    summary.value("schema", Json()).is_number_integer() &&
                    summary.value("tables", Json()).is_object();
  if (!good) return fail(ErrorKind::invalid, "export.json cannot be read. Was it changed?", folder.string());
  if (summary["format"].get<std::int64_t>() != export_format)
    return fail(ErrorKind::invalid, "The export was made by a newer Goodturn. Install the newer program.",
                folder.string());
  return summary;
}

class ExportReader {
 public:
  ExportReader(const fs::path& folder, const ExportSink& sink) : folder_(folder), sink_(sink) {}

  /// Gives the number of rows.
  Result<std::size_t> read_table(const std::string& table) {
    const fs::path path = folder_ / rows_file(table);
    std::ifstream rows(path, std::ios::binary);
    std::string line;
    std::size_t count = 0;
    while (std::getline(rows, line)) {
      ++count;
      if (auto taken = take(table, line); !taken) {
        Error error = taken.error();
        if (error.where.empty()) error.where = path.string() + ", line " + std::to_string(count);
        return fail(error);
      }
    }
    if (rows.bad()) return fail(ErrorKind::storage, "The file cannot be read.", path.string());
    return count;
  }

 private:
  Result<void> take(const std::string& table, const std::string& line) {
    const Json row = Json::parse(line, nullptr, false);
    if (!row.is_object()) return fail(ErrorKind::invalid, "A row of the export cannot be read.");
    std::vector<std::string> columns;
    std::vector<Cell> cells;
    for (const auto& [column, value] : row.items()) {
      auto cell = cell_of(value);
      if (!cell) return fail(cell.error());
      columns.push_back(column);
      cells.push_back(std::move(*cell));
    }
    return sink_.row(table, columns, cells);
  }

  Result<Cell> cell_of(const Json& value) {
    if (value.is_null()) return Cell();
    if (value.is_number_integer()) return Cell(value.get<std::int64_t>());
    if (value.is_string()) return Cell(value.get<std::string>());
    if (value.is_object() && value.value("file", Json()).is_string()) {
      auto bytes = read_below(folder_, value["file"].get<std::string>());
      if (!bytes) return fail(bytes.error());
      return Cell(std::move(*bytes));
    }
    return fail(ErrorKind::invalid, "A row of the export has a value of a kind that never stands there.");
  }

  fs::path folder_;
  const ExportSink& sink_;
};

}  // namespace

Result<std::size_t> read_export(const fs::path& folder, const std::vector<std::string>& tables,
                                const ExportSink& sink) {
  const auto summary = summary_of(folder);
  if (!summary) return fail(summary.error());
  if (auto begun = sink.begin((*summary)["schema"].get<int>()); !begun) return fail(begun.error());
  ExportReader reader(folder, sink);
  std::size_t items = 0;
  for (const std::string& table : tables) {
    const auto stated = (*summary)["tables"].find(table);
    if (stated == (*summary)["tables"].end()) continue;  // a table that came later than this export
    const auto rows = reader.read_table(table);
    if (!rows) return fail(rows.error());
    if (*stated != *rows)
      return fail(ErrorKind::invalid,
                  Said("The export is not whole: {rows} rows of {stated}.",
                       {{"rows", std::to_string(*rows)}, {"stated", stated->dump()}}),
                  (folder / rows_file(table)).string());
    if (table == "item") items = *rows;
  }
  return items;
}

}  // namespace goodturn::helper
