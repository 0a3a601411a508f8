#include "core/imports/tables.h"

#include <algorithm>
#include <set>

#include "core/imports/card_writer.h"
#include "core/imports/headings.h"

namespace goodturn::imports {
namespace {

constexpr std::size_t rows_above_the_head = 10;

bool has(const std::set<std::string>& columns, std::initializer_list<const char*> wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const char* one) { return columns.contains(one); });
}

std::set<std::string> keys_of(const CsvRow& head) {
  std::set<std::string> keys;
  for (const std::string& column : head) keys.insert(english_heading(column_key(column)));
  return keys;
}

/// Names and ways to reach people make a table of people.
bool is_about_people(const CsvRow& head) {
  CardWriter card;
  bool has_name = false, has_way = false;
  for (const std::string& column : head) {
    const std::string key = english_heading(usual_heading(column_key(column)));
    const auto way = way_of(key);
    has_name = has_name || name_part(card, key) != nullptr;
    has_way = has_way || (way && way->property != "URL");
  }
  return has_name && has_way;
}

std::optional<TableKind> kind_of(const CsvRow& head) {
  const std::set<std::string> columns = keys_of(head);
  if (has(columns, {"first name", "last name", "connected on"})) return TableKind::linkedin;
  if (columns.contains("e-mail 1 - value") || has(columns, {"given name", "family name"}) ||
      has(columns, {"first name", "last name", "organization name"}))
    return TableKind::google;
  if (has(columns, {"first name", "last name", "e-mail address"})) return TableKind::outlook;
  if (is_about_people(head)) return TableKind::other;
  return std::nullopt;
}

/// The columns with the names they are known by.
struct Head {
  CsvRow columns;
  std::vector<std::string> keys;

  Head(const CsvRow& row, TableKind kind) : columns(row) {
    for (const std::string& column : row) {
      const std::string key = column_key(column);
      keys.push_back(english_heading(kind == TableKind::other ? usual_heading(key) : key));
    }
  }
};

/// One row with its columns.
class RowReader {
 public:
  RowReader(const Head& head, const CsvRow& row) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (row[at].find_first_not_of(" \t\r\n") == std::string::npos) continue;
      const bool has_head = at < head.columns.size();
      const std::string column = has_head ? head.columns[at] : "Column " + std::to_string(at + 1);
      cells_.push_back({column, has_head ? head.keys[at] : column, row[at], {}});
    }
  }

  ImportedCard card(TableKind kind) {
    for (Cell& cell : cells_) cell.becomes = take(cell);
    for (Cell& cell : cells_)
      if (!cell.becomes && !take_late(cell)) {
        writer_.add_unknown(cell.column, cell.value);
        cell.becomes = Becomes::kept;
      }
    ImportedCard card;
    card.uid = imported_uid(identity(kind));
    card.name = writer_.shown_name();
    card.emails = emails_;
    card.text = writer_.write(card.uid);
    return card;
  }

  /// After card().
  void count(std::vector<ColumnUse>& uses) const {
    for (const Cell& cell : cells_) {
      const auto same = [&](const ColumnUse& use) {
        return use.column == cell.column && use.becomes == *cell.becomes;
      };
      const auto found = std::find_if(uses.begin(), uses.end(), same);
      if (found == uses.end())
        uses.push_back({cell.column, *cell.becomes, 1});
      else
        ++found->cells;
    }
  }

 private:
  struct Cell {
    std::string column, key, value;
    std::optional<Becomes> becomes;
  };

  /// LinkedIn's address of a profile stands for the person; else all cells do.
  [[nodiscard]] std::vector<std::string> identity(TableKind kind) const {
    std::vector<std::string> parts{std::string(program_of(kind))};
    for (const Cell& cell : cells_)
      if (kind == TableKind::linkedin && cell.key == "url") return {parts.front(), cell.value};
    for (const Cell& cell : cells_) {
      parts.push_back(cell.column);
      parts.push_back(cell.value);
    }
    return parts;
  }

  std::optional<Becomes> take(const Cell& cell) {
    if (std::string* part = name_part(writer_, cell.key)) return set_once(*part, cell.value, Becomes::name);
    if (std::string* part = organisation_part(writer_, cell.key))
      return set_once(*part, cell.value, Becomes::organisation);
    if (is_tags(cell.key)) return take_tags(cell.value);
    if (const auto plain = plain_property(cell.key)) {
      writer_.add_text(std::string(plain->name), cell.value);
      return plain->becomes;
    }
    if (cell.key == "birthday") return take_birthday(cell.value);
    if (is_address_part(cell.key)) return std::nullopt;
    if (const auto way = way_of(cell.key)) return take_way(*way, cell.key, cell.value);
    return std::nullopt;
  }

  /// Labels whose values were taken go with them; parts of postal addresses are put together.
  bool take_late(Cell& cell) {
    if (used_labels_.contains(cell.key))
      cell.becomes = Becomes::label;
    else if (is_address_part(cell.key))
      take_address(address_stem(cell.key));
    return cell.becomes.has_value();
  }

  static std::optional<Becomes> set_once(std::string& part, const std::string& value, Becomes becomes) {
    if (!part.empty()) return std::nullopt;
    part = value;
    return becomes;
  }

  Becomes take_tags(const std::string& value) {
    for (const std::string& tag : split_values(value))
      // Google's own groups ("* myContacts") say nothing about the person.
      if (tag.starts_with("* "))
        writer_.add_unknown("Labels", tag);
      else
        writer_.tags.push_back(tag);
    return Becomes::tags;
  }

  std::optional<Becomes> take_birthday(const std::string& value) {
    const auto date = vcard_date(value);
    if (!date) return std::nullopt;
    writer_.add_raw("BDAY", *date);
    return Becomes::birthday;
  }

  Becomes take_way(const Way& way, const std::string& key, const std::string& value) {
    const std::string* label = label_for(way, key);
    for (const std::string& one : split_values(value)) {
      const std::string type = label != nullptr ? label_parameter(*label) : std::string(way.parameters);
      if (way.property == "URL")
        writer_.add_raw("URL" + type, one);
      else
        writer_.add_text(std::string(way.property) + type, one);
      if (way.property == "EMAIL") emails_.push_back(lower(one));
    }
    if (way.property == "URL") return Becomes::web;
    return way.property == "EMAIL" ? Becomes::email : Becomes::phone;
  }

  const std::string* label_for(const Way& way, const std::string& key) {
    if (way.label_column.empty()) return nullptr;
    for (const char* ending : {"label", "type"}) {
      const std::string column = way.label_column + ending;
      for (const Cell& cell : cells_)
        if (cell.key == column && column != key) {
          used_labels_.insert(column);
          return &cell.value;
        }
    }
    return nullptr;
  }

  void take_address(const std::string& stem) {
    PostalAddress address;
    std::vector<Cell*> parts;
    for (Cell& cell : cells_)
      if (!cell.becomes && is_address_part(cell.key) && address_stem(cell.key) == stem &&
          address.take(cell.key.substr(stem.size()), cell.value))
        parts.push_back(&cell);
    const auto value = address.value();
    if (!value) return;  // a label alone
    writer_.add_raw("ADR" + address.parameters(stem), *value);
    for (Cell* part : parts) part->becomes = Becomes::address;
  }

  std::vector<Cell> cells_;
  CardWriter writer_;
  std::vector<std::string> emails_;
  std::set<std::string> used_labels_;
};

/// The uses in the order of the table's columns; cells beyond its head come last.
void in_order(std::vector<ColumnUse>& uses, const CsvRow& head) {
  const auto place = [&](const ColumnUse& use) {
    return std::find(head.begin(), head.end(), use.column) - head.begin();
  };
  std::stable_sort(uses.begin(), uses.end(),
                   [&](const ColumnUse& a, const ColumnUse& b) { return place(a) < place(b); });
}

}  // namespace

std::string_view program_of(TableKind kind) noexcept {
  switch (kind) {
    case TableKind::google:
      return "Google Contacts";
    case TableKind::outlook:
      return "Outlook";
    case TableKind::linkedin:
      return "LinkedIn";
    case TableKind::other:
      return "CSV";
  }
  return "";
}

std::optional<ImportedTable> read_table(const std::vector<CsvRow>& rows) {
  const auto is_too_wide = [](const CsvRow& row) { return row.size() > most_columns; };
  if (std::any_of(rows.begin(), rows.end(), is_too_wide)) return std::nullopt;
  for (std::size_t at = 0; at < rows.size() && at < rows_above_the_head; ++at) {
    const auto kind = kind_of(rows[at]);
    if (!kind) continue;
    const Head head(rows[at], *kind);
    ImportedTable table{*kind, {}, {}};
    std::set<std::string> known;
    for (std::size_t row = at + 1; row < rows.size(); ++row) {
      RowReader reader(head, rows[row]);
      ImportedCard card = reader.card(*kind);
      reader.count(table.columns);
      if (known.insert(card.uid.value).second) table.cards.push_back(std::move(card));
    }
    in_order(table.columns, rows[at]);
    return table;
  }
  return std::nullopt;
}

}  // namespace goodturn::imports
