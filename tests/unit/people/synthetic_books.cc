#include "tests/unit/people/synthetic_books.h"

#include <array>
#include <random>
#include <string>

namespace goodturn::people {
namespace {

constexpr std::array<std::string_view, 60> first_names = {
    "Ada",      "Alan",      "Alexander", "Andreas",   "Angela",      "Anna",    "Anthony",    "Benjamin",
    "Carla",    "Catherine", "Charles",   "Christian", "Christopher", "Claudia", "Daniel",     "David",
    "Deborah",  "Edward",    "Elizabeth", "Emma",      "Erik",        "Eva",     "Fatima",     "Felix",
    "Gabriele", "Gerhard",   "Greta",     "Hannah",    "Henry",       "Ingrid",  "James",      "Jana",
    "Jennifer", "Johannes",  "John",      "Joseph",    "Julia",       "Karl",    "Katharina",  "Kenneth",
    "Laura",    "Lena",      "Lukas",     "Margaret",  "Maria",       "Matthew", "Maximilian", "Michael",
    "Nicholas", "Nora",      "Olga",      "Patrick",   "Peter",       "Robert",  "Samuel",     "Stefanie",
    "Susan",    "Thomas",    "William",   "Zoe"};
constexpr std::array<std::string_view, 20> first_halves = {
    "Ander", "Berg", "Black", "Blom", "Carl",  "Dahl",  "Fried", "Gold",  "Hoch", "Holm",
    "Lind",  "Mar",  "Nord",  "Ober", "Peter", "Rosen", "Sand",  "Stein", "Wald", "Winter"};
constexpr std::array<std::string_view, 15> second_halves = {"bach", "berg",   "mann",  "qvist", "sen",
                                                            "son",  "stein",  "ström", "field", "ton",
                                                            "wood", "hauser", "ley",   "er",    "ski"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> called = {{{"Robert", "Bob"},
                                                                                  {"William", "Bill"},
                                                                                  {"Elizabeth", "Liz"},
                                                                                  {"Michael", "Mike"},
                                                                                  {"Thomas", "Tom"},
                                                                                  {"Katharina", "Kathi"},
                                                                                  {"Maximilian", "Max"},
                                                                                  {"Johannes", "Hans"}}};

struct Person {
  std::size_t number = 0;
  std::string first, last, firm, email, work_email, mobile, landline;
  std::optional<PartialDate> birthday;
};

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : random_(seed) {}

  Books books(std::size_t people) {
    for (std::size_t number = 0; number < people; ++number) {
      Person person = somebody(number);
      if (number % 12 == 1) share_a_home(person);
      if (number % 40 == 2) share_a_firm_and_name(person);
      write(person);
      last_ = std::move(person);
    }
    return std::move(books_);
  }

 private:
  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }
  bool percent(std::size_t share) { return below(100) < share; }
  template <class List>
  std::string one_of(const List& list) {
    return std::string(list[below(list.size())]);
  }
  std::string number_in(const std::string& area) {
    return "+49" + area + std::to_string(10'000'000 + below(80'000'000));
  }

  Person somebody(std::size_t number) {
    Person person;
    person.number = number;
    person.first = one_of(first_names);
    person.last = one_of(first_halves) + one_of(second_halves);
    person.firm = percent(75) ? one_of(first_halves) + " " + one_of(second_halves) + " GmbH" : "";
    const std::string place = std::to_string(number);
    person.email = "p" + place + "@example.org";
    person.work_email = "w" + place + "@firm.example.org";
    person.mobile = number_in("171");
    person.landline = number_in("30");
    if (percent(30))
      person.birthday =
          PartialDate{percent(80) ? std::optional(1940 + static_cast<int>(below(65))) : std::nullopt,
                      static_cast<unsigned>(1 + below(12)), static_cast<unsigned>(1 + below(28))};
    return person;
  }

  /// The partner of the person before: one landline, one surname, sometimes one address.
  void share_a_home(Person& person) {
    person.last = last_.last;
    person.landline = last_.landline;
    if (percent(30)) person.email = last_.email;
    if (person.first == last_.first) person.first = person.first == "Zoe" ? "Ada" : "Zoe";
  }

  /// Another person of the same name in the same firm, as large firms have them.
  void share_a_firm_and_name(Person& person) {
    person.first = last_.first;
    person.last = last_.last;
    person.firm = last_.firm;
  }

  void write(const Person& person) {
    Likeness card = blank(person, 1);
    card.names.push_back(person.first + " " + person.last);
    if (percent(80)) card.emails.push_back(person.email);
    if (!person.firm.empty() && percent(60)) card.emails.push_back(person.work_email);
    if (percent(70)) card.phones.push_back(person.mobile);
    if (percent(40)) card.phones.push_back(person.landline);
    if (!person.firm.empty() && percent(20))
      card.phones.push_back("+4930" + std::to_string(std::hash<std::string>{}(person.firm) % 9'000'000));
    if (percent(5)) card.emails.push_back("info@" + std::to_string(below(20)) + ".example.org");
    if (percent(3)) card.emails.push_back("rowing-club@example.org");
    put(std::move(card), person.number);
    if (person.number % 4 == 0) write_again(person, 2);
    if (person.number % 16 == 0) write_again(person, 3);
  }

  Likeness blank(const Person& person, std::int64_t book) {
    Likeness card;
    card.uids.emplace_back(std::to_string(below(1'000'000'000)) + "-" + std::to_string(books_.cards.size()));
    card.books = {percent(80) ? book : 1};
    if (!person.firm.empty()) card.organisations.push_back(person.firm);
    if (person.birthday && percent(70)) card.birthdays.push_back(*person.birthday);
    return card;
  }

  /// The same person in another book, years later and from another program.
  void write_again(const Person& person, std::int64_t book) {
    Likeness card = blank(person, book);
    card.names.push_back(other_name(person));
    if (percent(10)) card.organisations = {one_of(first_halves) + " AG"};
    if (percent(10)) card.organisations.clear();
    if (percent(60)) card.emails.push_back(person.email);
    if (percent(40)) card.emails.push_back(person.work_email);
    if (percent(60)) card.phones.push_back(person.mobile);
    if (percent(30)) card.phones.push_back(person.landline);
    put(std::move(card), person.number);
  }

  std::string other_name(const Person& person) {
    switch (below(8)) {
      case 0:
        return person.last + ", " + person.first;
      case 1:
        return person.first.substr(0, 1) + ". " + person.last;
      case 2:
        for (const auto& [full, short_form] : called)
          if (person.first == full) return std::string(short_form) + " " + person.last;
        return person.first + " M. " + person.last;
      case 3:
        return "Dr. " + person.first + " " + person.last;
      case 4:
        return percent(20) ? person.first + " " + one_of(first_halves) + one_of(second_halves) : person.first;
      default:
        return person.first + " " + person.last;
    }
  }

  void put(Likeness card, std::size_t who) {
    books_.cards.push_back(std::move(card));
    books_.who.push_back(who);
  }

  std::mt19937_64 random_;
  Books books_;
  Person last_;
};

}  // namespace

Books draw_books(std::size_t people, std::uint64_t seed) { return Draw(seed).books(people); }

}  // namespace goodturn::people
