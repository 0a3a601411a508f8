#include "core/people/likeness.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace goodturn::people {
namespace {

/// What a person's cards may say as often as they like is compared so many times at most. A pair of people
/// costs the product of their lists, and cards come from servers that we do not know.
constexpr std::size_t most_names = 8;
constexpr std::size_t most_values = 64;  ///< addresses, numbers, birthdays
/// A name or an organisation of more bytes is a text.
constexpr std::size_t longest_name = 256;

constexpr std::array<std::string_view, 53> role_words_of_mail = {"abuse",          "accounting",
                                                                 "accounts",       "admin",
                                                                 "administration", "anfrage",
                                                                 "billing",        "booking",
                                                                 "buchhaltung",    "careers",
                                                                 "contact",        "contacto",
                                                                 "contato",        "customerservice",
                                                                 "do-not-reply",   "donotreply",
                                                                 "enquiries",      "events",
                                                                 "feedback",       "finance",
                                                                 "hello",          "help",
                                                                 "helpdesk",       "hi",
                                                                 "hostmaster",     "hr",
                                                                 "info",           "information",
                                                                 "jobs",           "kontakt",
                                                                 "legal",          "mail",
                                                                 "marketing",      "media",
                                                                 "no-reply",       "noreply",
                                                                 "office",         "orders",
                                                                 "personal",       "postmaster",
                                                                 "press",          "presse",
                                                                 "reception",      "root",
                                                                 "sales",          "secretary",
                                                                 "security",       "sekretariat",
                                                                 "service",        "support",
                                                                 "team",           "verwaltung",
                                                                 "webmaster"};

/// Whether the part before the @ names a function and not a person.
bool is_role_address(std::string_view email) {
  const std::string_view local = email.substr(0, email.find('@'));
  return std::find(role_words_of_mail.begin(), role_words_of_mail.end(), local) != role_words_of_mail.end();
}

/// Elements of two sorted lists.
std::vector<std::string> shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

template <class Element>
std::vector<Element> sorted_once(std::vector<Element> list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

template <class Element>
void shorten(std::vector<Element>& list, std::size_t most) {
  if (list.size() > most) list.erase(list.begin() + static_cast<std::ptrdiff_t>(most), list.end());
}

bool is_text(const std::string& name) { return name.size() > longest_name; }

std::vector<NameWord> nicknames_of(const Traits& a, const Traits& b) {
  std::vector<NameWord> all = a.nicknames;
  all.insert(all.end(), b.nicknames.begin(), b.nicknames.end());
  return all;
}

/// "A. Example" beside "Ada Example" says nothing more.
std::vector<NameWords> fullest(std::vector<NameWords> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::stable_sort(names.begin(), names.end(), [](const NameWords& a, const NameWords& b) {
    const auto letters = [](const NameWords& words) {
      std::size_t count = 0;
      for (const NameWord& word : words) count += word.key.size();
      return count;
    };
    return letters(a) > letters(b);
  });
  std::vector<NameWords> kept;
  for (NameWords& name : names) {
    if (name.empty()) continue;
    if (kept.size() == most_names) break;
    const bool contained = std::any_of(kept.begin(), kept.end(), [&](const NameWords& fuller) {
      return compare_names(name, fuller) >= NameLikeness::unknown;
    });
    if (!contained) kept.push_back(std::move(name));
  }
  return kept;
}

bool is_same_day(const PartialDate& a, const PartialDate& b) {
  return a.month == b.month && a.day == b.day && (!a.year || !b.year || *a.year == *b.year);
}

template <class Agree>
bool any_birthdays(const Likeness& a, const Likeness& b, Agree agree) {
  const auto compared = [](const Likeness& one) {
    return std::span(one.birthdays).first(std::min(one.birthdays.size(), most_values));
  };
  const auto others = compared(b);
  return std::ranges::any_of(compared(a), [&](const PartialDate& x) {
    return std::ranges::any_of(others, [&](const PartialDate& y) { return agree(x, y); });
  });
}

bool in_one_book(const Likeness& a, const Likeness& b) {
  return std::any_of(a.books.begin(), a.books.end(), [&](std::int64_t book) {
    return std::find(b.books.begin(), b.books.end(), book) != b.books.end();
  });
}

/// What two people have in common.
class Comparison {
 public:
  Comparison(const Traits& a, const Traits& b) : a_(a), b_(b), names_(compare_names(a, b)) {}

  std::optional<Finding> run() {
    for (std::string& email : shared(a_.emails, b_.emails)) add(Sign::email, std::move(email));
    for (std::string& phone : shared(a_.phones, b_.phones)) add(Sign::phone, std::move(phone));
    if (const auto organisation = telling_organisation()) add(Sign::name_and_organisation, *organisation);
    std::optional<int> degree = degree_of_proofs();
    if (!degree) return std::nullopt;
    weigh_birthdays(*degree);
    if (*degree < 0) return std::nullopt;
    if (names_ < NameLikeness::unknown) add(Sign::names_differ, "");
    std::sort(found_.reasons.begin(), found_.reasons.end());
    found_.certainty = static_cast<Certainty>(std::min(*degree, static_cast<int>(Certainty::certain)));
    return std::move(found_);
  }

 private:
  void add(Sign sign, std::string value) { found_.reasons.push_back({sign, std::move(value)}); }

  [[nodiscard]] bool has(Sign sign) const {
    return std::any_of(found_.reasons.begin(), found_.reasons.end(),
                       [&](const Reason& one) { return one.sign == sign; });
  }

  /// The shared organisation, as one of the cards writes it, when the names agree in two words or more.
  [[nodiscard]] std::optional<std::string> telling_organisation() const {
    if (names_ < NameLikeness::compatible) return std::nullopt;
    const std::vector<NameWord> nicknames = nicknames_of(a_, b_);
    for (const auto& organisation : a_.organisations) {
      const auto& [key, written] = organisation;
      const auto same = [&](const auto& other) { return other.first == organisation.first; };
      const auto other = std::find_if(b_.organisations.begin(), b_.organisations.end(), same);
      if (other == b_.organisations.end()) continue;
      for (const NameWords& x : a_.names)
        for (const NameWords& y : b_.names)
          if (words_in_common(x, y, nicknames) >= 2 && !is_organisation(x, key) && !is_organisation(y, key))
            return std::min(written, other->second);
    }
    return std::nullopt;
  }

  /// 0 possible, 1 likely, 2 certain; the table of find_duplicates().
  [[nodiscard]] std::optional<int> degree_of_proofs() const {
    const bool agree = names_ >= NameLikeness::compatible;
    const bool unknown = names_ == NameLikeness::unknown;
    if (has(Sign::email) && has(Sign::phone)) return agree || unknown ? 2 : 1;
    if (has(Sign::email)) return agree ? 2 : unknown ? 1 : 0;
    if (has(Sign::phone) && has(Sign::name_and_organisation)) return 2;
    if (has(Sign::phone)) return agree ? std::optional(1) : unknown ? std::optional(0) : std::nullopt;
    if (!has(Sign::name_and_organisation)) return std::nullopt;
    return names_ == NameLikeness::same && !in_one_book(*a_.person, *b_.person) ? 1 : 0;
  }

  void weigh_birthdays(int& degree) {
    const auto full = [](const PartialDate& x, const PartialDate& y) { return x.year && x == y; };
    if (any_birthdays(*a_.person, *b_.person, full)) {
      ++degree;
      add(Sign::birthday, "");
    } else if (birthdays_contradict(*a_.person, *b_.person)) {
      --degree;
      add(Sign::birthdays_differ, "");
    }
  }

  const Traits& a_;
  const Traits& b_;
  NameLikeness names_;
  Finding found_;
};

}  // namespace

Traits traits_of(const Likeness& person, const FoldWord& fold) {
  Traits traits;
  traits.person = &person;
  std::vector<NameWords> names;
  for (const std::string& name : person.names)
    if (!is_text(name)) names.push_back(name_words(name, fold));
  traits.names = fullest(std::move(names));
  if (!traits.names.empty())
    for (const NameWord& word : traits.names.front()) traits.name_key += word.key + ' ';
  for (const std::string& nickname : person.nicknames) {
    if (is_text(nickname)) continue;
    for (NameWord& word : name_words(nickname, fold)) traits.nicknames.push_back(std::move(word));
  }
  traits.nicknames = sorted_once(std::move(traits.nicknames));
  shorten(traits.nicknames, most_names);
  traits.emails = sorted_once(person.emails);
  std::erase_if(traits.emails, is_role_address);
  shorten(traits.emails, most_values);
  traits.phones = sorted_once(person.phones);
  shorten(traits.phones, most_values);
  for (const std::string& organisation : person.organisations) {
    if (is_text(organisation)) continue;
    if (std::string key = organisation_key(organisation, fold); !key.empty())
      traits.organisations.emplace_back(std::move(key), organisation);
  }
  std::sort(traits.organisations.begin(), traits.organisations.end());
  const auto same_key = [](const auto& one, const auto& other) { return one.first == other.first; };
  const auto kept = std::unique(traits.organisations.begin(), traits.organisations.end(), same_key);
  traits.organisations.erase(kept, traits.organisations.end());
  shorten(traits.organisations, most_names);
  return traits;
}

NameLikeness compare_names(const Traits& a, const Traits& b) {
  if (a.names.empty() || b.names.empty()) return NameLikeness::unknown;
  const std::vector<NameWord> nicknames = nicknames_of(a, b);
  NameLikeness best = NameLikeness::different;
  for (const NameWords& x : a.names)
    for (const NameWords& y : b.names) best = std::max(best, compare_names(x, y, nicknames));
  return best;
}

bool birthdays_contradict(const Likeness& a, const Likeness& b) {
  return !a.birthdays.empty() && !b.birthdays.empty() && !any_birthdays(a, b, is_same_day);
}

std::optional<Finding> compare(const Traits& a, const Traits& b) { return Comparison(a, b).run(); }

}  // namespace goodturn::people
