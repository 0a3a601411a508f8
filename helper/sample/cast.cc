#include "helper/sample/cast.h"

#include <algorithm>
#include <array>

namespace goodturn::sample {
namespace {

// One person a line reads better than what the formatter makes of it.
// clang-format off
constexpr std::array<Person, 60> people = {{
    {"Ada", "Lindqvist", "Nordlicht Robotics", "Research", "VP Research", "mentor,compilers", "Reads everything about compilers. Two daughters, sails in summer.", {28, 75, 0}},
    {"Bram", "Okafor", "Hafen Software", "Platform", "Head of Platform", "sponsor", "Put my name forward for the review board in spring.", {35, 96, 0}},
    {"Chiara", "Weiss", "Hafen Software", "Platform", "Staff Engineer", "ally", "Honest before a release, kind after it.", {14, 44, 0}},
    {"Dmitri", "Salvesen", "Nordlicht Robotics", "Product", "Product Lead", "sounding-board", "Likes to think aloud over a walk.", {21, 58, 0}},
    {"Esra", "Holm", "Bakken Institute", "Statistics", "Professor", "challenger,university", "Asked the question about base rates that changed the study.", {42, 20, 0}},
    {"Femi", "Castellano", "Ponte Ventures", "", "Partner", "connector", "Knows everyone in health software.", {56, 140, 0}},
    {"Greta", "Yamada", "Stadtwerke Beispiel", "Digital", "Director Digital", "decision-maker", "Decides on pilots in September.", {60, 30, 12}},
    {"Hugo", "Adeyemi", "Hafen Software", "Security", "Security Lead", "ally", "Choir on Tuesdays.", {24, 9, 5}},
    {"Ines", "Novak", "Bakken Institute", "Statistics", "Research Associate", "university", "", {30, 12, 0}},
    {"Jonas", "Petit", "Hafen Software", "Platform", "Engineer", "", "", {18, 6, 0}},
    {"Kaori", "Brandt", "Nordlicht Robotics", "Research", "Research Engineer", "compilers", "Writing a book on type systems.", {33, 110, 0}},
    {"Liam", "Ferreira", "Ponte Ventures", "", "Associate", "", "Moved to Porto last year.", {70, 190, 0}},
    {"Mira", "Sandberg", "Freie Bibliothek", "Programmes", "Programme Lead", "guide", "Explains how the council really works.", {40, 85, 0}},
    {"Noor", "Eriksen", "Kontor Nord", "Advisory", "Principal", "mentor", "Gave the advice to write the one-page version first.", {38, 25, 0}},
    {"Otto", "Marchetti", "Stadtwerke Beispiel", "Digital", "Project Manager", "", "", {45, 33, 0}},
    {"Petra", "Quist", "Quist Translations", "", "Owner", "choir", "Translates from Norwegian and Danish.", {50, 160, 0}},
    {"Ravi", "Tanaka", "Hafen Software", "Data", "Data Engineer", "", "", {20, 8, 9}},
    {"Selma", "Dubois", "Bakken Institute", "Dean's Office", "Dean", "decision-maker,university", "", {80, 60, 0}},
    {"Tomas", "Achebe", "Orchard Health", "Engineering", "CTO", "sponsor", "First customer of the old product.", {48, 130, 0}},
    {"Uma", "Krause", "Orchard Health", "Product", "Product Manager", "", "", {36, 41, 0}},
    {"Viktor", "Lange", "Nordlicht Robotics", "Operations", "Head of Operations", "", "Knows every supplier by first name.", {55, 70, 0}},
    {"Wanda", "Ilves", "Freie Bibliothek", "Archive", "Archivist", "choir", "", {65, 50, 0}},
    {"Xavier", "Moretti", "Kontor Nord", "Advisory", "Consultant", "", "", {75, 240, 0}},
    {"Yara", "Solberg", "Orchard Health", "Design", "Design Lead", "sounding-board", "Draws while listening.", {26, 66, 0}},
    {"Zoe", "Hartmann", "Hafen Software", "People", "People Partner", "guide", "", {44, 18, 0}},
    {"Nora", "Aalto", "Fjord Mobility", "Partnerships", "Head of Partnerships", "", "Met at the transport round table.", {0, 2, 0}},
    {"Anton", "Bellini", "Fjord Mobility", "Engineering", "Engineer", "", "", {0, 0, 0}},
    {"Birgit", "Chandra", "Stadtwerke Beispiel", "Purchasing", "Buyer", "", "", {90, 100, 0}},
    {"Cem", "Dahl", "Nordlicht Robotics", "Research", "Intern", "", "", {0, 0, 0}},
    {"Dora", "Ekström", "Bakken Institute", "Statistics", "Doctoral Student", "university", "", {60, 35, 0}},
    {"Emil", "Fontaine", "Ponte Ventures", "", "Analyst", "", "", {0, 0, 0}},
    {"Freya", "Gallo", "Orchard Health", "Clinical", "Clinical Lead", "", "Trained as a nurse; asks what it means on the ward.", {52, 47, 0}},
    {"Goran", "Haugen", "Kontor Nord", "Advisory", "Senior Consultant", "", "", {85, 120, 0}},
    {"Hana", "Ivanov", "Hafen Software", "Platform", "Engineer", "", "", {22, 11, 0}},
    {"Idris", "Jansen", "Freie Bibliothek", "Programmes", "Curator", "", "", {0, 0, 0}},
    {"Jette", "Kowalski", "Hafen Software", "Support", "Support Lead", "", "", {32, 27, 0}},
    {"Kofi", "Larsen", "Fjord Mobility", "Product", "Product Owner", "", "", {0, 0, 0}},
    {"Lena", "Mensah", "Bakken Institute", "Library", "Librarian", "university", "", {95, 150, 0}},
    {"Marek", "Nilsson", "Nordlicht Robotics", "Product", "Product Manager", "", "", {47, 39, 0}},
    {"Nadia", "Olsen", "Orchard Health", "Engineering", "Engineer", "", "", {0, 0, 0}},
    {"Oskar", "Pereira", "Stadtwerke Beispiel", "Grid", "Grid Engineer", "", "", {0, 0, 0}},
    {"Pia", "Rahman", "Hafen Software", "Design", "Designer", "", "", {29, 15, 0}},
    {"Quentin", "Sato", "Kontor Nord", "Legal", "Counsel", "", "Answers in two lines or not at all.", {100, 130, 0}},
    {"Rosa", "Thorsen", "Freie Bibliothek", "Board", "Chair", "decision-maker", "", {110, 170, 0}},
    {"Sami", "Ueland", "Ponte Ventures", "", "Partner", "", "", {0, 0, 0}},
    {"Tilda", "Vasquez", "Bakken Institute", "Physics", "Lecturer", "university", "", {0, 0, 0}},
    {"Ugo", "Winter", "Orchard Health", "Sales", "Account Lead", "", "", {58, 62, 0}},
    {"Vera", "Xu", "Nordlicht Robotics", "Research", "Research Engineer", "compilers", "", {37, 52, 0}},
    {"Willem", "Yilmaz", "Fjord Mobility", "Operations", "Fleet Lead", "", "", {0, 0, 0}},
    {"Xenia", "Zimmer", "Hafen Software", "Finance", "Controller", "", "", {0, 0, 0}},
    {"Yusuf", "Abend", "Stadtwerke Beispiel", "Digital", "Engineer", "", "", {66, 57, 0}},
    {"Zara", "Bloom", "Kontor Nord", "Advisory", "Analyst", "", "", {0, 0, 0}},
    {"Aino", "Conti", "Bakken Institute", "Statistics", "Postdoc", "university", "", {54, 90, 0}},
    {"Boris", "Diallo", "Freie Bibliothek", "Technology", "Systems Librarian", "choir", "", {72, 84, 0}},
    {"Clara", "Engel", "Engel & Sons", "", "Founder", "", "Makes desks that last; father of hers taught me to plane.", {88, 200, 0}},
    {"Dario", "Frost", "Hafen Software", "Platform", "Engineer", "", "", {19, 7, 0}},
    {"Elin", "Grau", "Orchard Health", "Product", "Researcher", "", "", {46, 49, 0}},
    {"Fabio", "Hansen", "Nordlicht Robotics", "Sales", "Sales Lead", "", "", {0, 0, 0}},
    {"Gwen", "Iyer", "Quist Translations", "", "Translator", "", "", {0, 0, 0}},
    {"Henrik", "Jovanovic", "Ponte Ventures", "", "Office Lead", "", "", {0, 0, 0}},
}};
// clang-format on

/// Lower-case ASCII letters of a name; the only other letter in the cast is ö.
std::string plain(std::string_view name) {
  std::string word;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == '\xc3' && i + 1 < name.size()) {
      word += "o";
      ++i;
    } else {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return word;
}

}  // namespace

std::span<const Person> cast() { return people; }

std::string full_name(const Person& person) {
  return std::string(person.given) + " " + std::string(person.family);
}

std::string slug(const Person& person) { return plain(person.given) + "-" + plain(person.family); }

std::string address(const Person& person) {
  return plain(person.given) + "." + plain(person.family) + "@example.org";
}

Uid uid(const Person& person) { return Uid("sample-" + slug(person)); }

const Person& person_named(std::string_view name) {
  return *std::find_if(people.begin(), people.end(),
                       [&](const Person& person) { return slug(person) == name; });
}

}  // namespace goodturn::sample
