// Headings of other languages and programs, and what each column becomes.
#include "core/imports/tables.h"

#include <catch2/catch.hpp>

#include "core/text/document.h"

using namespace goodturn::imports;

namespace {

ImportedTable table(const std::string& text) { return read_table(read_csv(text)).value(); }

Becomes becomes(const ImportedTable& table, const std::string& column) {
  for (const ColumnUse& use : table.columns)
    if (use.column == column) return use.becomes;
  FAIL("no column " << column);
  return Becomes::kept;
}

std::string first(const ImportedTable& table, const char* property) {
  const auto document = goodturn::text::Document::parse(table.cards.at(0).text);
  return document.first_value(document.components().front(), property);
}

}  // namespace

TEST_CASE("Outlook's headings are known in German, French and Spanish") {
  for (const char* text :
       {"Vorname;Nachname;Firma;Position;E-Mail-Adresse;Mobiltelefon;Ort geschäftlich\n",
        "Prénom;Nom;Société;Fonction;Adresse de messagerie;Tél. mobile;Ville (bureau)\n",
        "Nombre;Apellidos;Organización;Puesto;Dirección de correo electrónico;Número de móvil;"
        "Ciudad de trabajo\n"}) {
    const auto read =
        table(std::string(text) + "Ada;Example;Firm;Head;ada@example.org;+44 20 7946 0000;Hull");
    CHECK(read.kind == TableKind::outlook);
    CHECK(first(read, "N") == "Example;Ada;;;");
    CHECK(first(read, "ORG") == "Firm");
    CHECK(first(read, "TITLE") == "Head");
    CHECK(first(read, "EMAIL") == "ada@example.org");
    CHECK(first(read, "TEL") == "+44 20 7946 0000");
    CHECK(first(read, "ADR") == ";;;Hull;;;");
    CHECK(first(read, "X-IMPORTED").empty());
  }
}

TEST_CASE("a table of any other program needs names and a way to reach people") {
  const auto read = table(
      "Salutation,First Name,Surname,Title,Account Name,Work Email,Deal\n"
      "Ms.,Ada,Example,Director,Firm,ada@example.org,12\n");
  CHECK(read.kind == TableKind::other);
  CHECK(first(read, "N") == "Example;Ada;;Ms.;");
  CHECK(first(read, "TITLE") == "Director");
  CHECK(first(read, "ORG") == "Firm");
  CHECK(becomes(read, "Work Email") == Becomes::email);
  CHECK(becomes(read, "Deal") == Becomes::kept);
  CHECK_FALSE(read_table(read_csv("Name,Price\nTea,3\n")));
  CHECK_FALSE(read_table(read_csv("Email,Price\nada@example.org,3\n")));
}

TEST_CASE("the uses of columns count every cell with text once") {
  const auto read = table(
      "First Name,Last Name,Birthday,E-mail 1 - Label,E-mail 1 - Value,Address 1 - City,Hobby\n"
      "Ada,Example,1985-04-12,Work,ada@example.org,Hull,tea\n"
      "Bob,Example,4/12/1985,,,,\n");
  const auto count = [&](Becomes wanted) {
    std::size_t cells = 0;
    for (const ColumnUse& use : read.columns) cells += use.becomes == wanted ? use.cells : 0;
    return cells;
  };
  CHECK(count(Becomes::name) == 4);
  CHECK((count(Becomes::birthday) == 1 && count(Becomes::label) == 1 && count(Becomes::address) == 1));
  CHECK(count(Becomes::kept) == 2);  // the hobby, and a date whose day nobody knows
  REQUIRE(read.columns.size() == 8);
  CHECK(read.columns[2].column == read.columns[3].column);
  CHECK(to_string(Becomes::job_title) == "job-title");
}
