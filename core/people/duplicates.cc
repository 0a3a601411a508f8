#include "core/people/duplicates.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "core/people/likeness.h"

namespace goodturn::people {
namespace {

using Place = std::size_t;  ///< in the people sorted by first UID
using Pairs = std::vector<std::pair<Place, Place>>;

/// An address or number of more people than this belongs to none of them.
constexpr std::size_t most_owners = 3;
/// Larger blocks are not compared pair by pair: the work would grow with the square.
constexpr std::size_t largest_block = 50;
/// A proposal whose people write themselves in more ways is none: joining would grow with the square of them.
constexpr std::size_t most_spellings = 50;

/// People who share a key: only within such a block can two be one.
class Blocks {
 public:
  explicit Blocks(const std::vector<Traits>& people) : people_(people) {}

  void add(std::string key, Place place) { entries_.push_back({std::move(key), place}); }

  /// Every block of two or more, its members by name.
  template <class Visit>
  void each(Visit visit) {
    std::sort(entries_.begin(), entries_.end(), [this](const Entry& a, const Entry& b) {
      if (const int order = a.key.compare(b.key); order != 0) return order < 0;
      if (const int order = people_[a.place].name_key.compare(people_[b.place].name_key); order != 0)
        return order < 0;
      return a.place < b.place;
    });
    for (auto first = entries_.begin(); first != entries_.end();) {
      const auto last =
          std::find_if(first, entries_.end(), [&](const Entry& one) { return one.key != first->key; });
      std::vector<Place> members;
      for (auto entry = first; entry != last; ++entry)
        if (members.empty() || members.back() != entry->place) members.push_back(entry->place);
      if (members.size() > 1) visit(first->key, members);
      first = last;
    }
  }

 private:
  struct Entry {
    std::string key;
    Place place = 0;
  };
  const std::vector<Traits>& people_;
  std::vector<Entry> entries_;
};

std::vector<Traits> traits_by_uid(std::span<const Likeness> people, const FoldWord& fold) {
  std::vector<Traits> traits;
  traits.reserve(people.size());
  for (const Likeness& person : people) traits.push_back(traits_of(person, fold));
  const auto first_uid = [](const Traits& one) {
    return *std::min_element(one.person->uids.begin(), one.person->uids.end());
  };
  std::sort(traits.begin(), traits.end(),
            [&](const Traits& a, const Traits& b) { return first_uid(a) < first_uid(b); });
  return traits;
}

/// Takes what belongs to too many people from everybody.
void drop_common_property(std::vector<Traits>& people, std::vector<std::string> Traits::*list) {
  Blocks blocks(people);
  for (Place place = 0; place < people.size(); ++place)
    for (const std::string& value : people[place].*list) blocks.add(value, place);
  blocks.each([&](const std::string& value, const std::vector<Place>& members) {
    std::size_t owners = 1;
    for (std::size_t i = 1; i < members.size(); ++i) {
      const std::string& name = people[members[i]].name_key;
      if (name.empty() || name != people[members[i - 1]].name_key) ++owners;
    }
    if (owners > most_owners)
      for (const Place place : members) std::erase(people[place].*list, value);
  });
}

/// Pairs that may share a proof, each once.
Pairs candidates(const std::vector<Traits>& people) {
  Blocks blocks(people);
  for (Place place = 0; place < people.size(); ++place) {
    const Traits& person = people[place];
    for (const std::string& email : person.emails) blocks.add("e" + email, place);
    for (const std::string& phone : person.phones) blocks.add("p" + phone, place);
    for (const auto& [key, written] : person.organisations)
      for (const NameWords& name : person.names)
        for (const NameWord& word : name)
          if (word.key.size() > 1) blocks.add("o" + key + '\n' + word.key, place);
  }
  Pairs pairs;
  const auto add = [&](Place a, Place b) { pairs.emplace_back(std::min(a, b), std::max(a, b)); };
  blocks.each([&](const std::string&, const std::vector<Place>& members) {
    const std::size_t reach = members.size() > largest_block ? 1 : members.size();
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size() && j <= i + reach; ++j) add(members[i], members[j]);
  });
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::vector<Link> links_of(const std::vector<Traits>& people) {
  std::vector<Link> links;
  for (const auto& [a, b] : candidates(people))
    if (auto found = compare(people[a], people[b]))
      links.push_back({a, b, found->certainty, std::move(found->reasons)});
  return links;
}

/// Joins people along their links, strongest first, as long as nothing speaks against it.
class Groups {
 public:
  Groups(const std::vector<Traits>& people, const std::vector<Link>& links, std::span<const CardPair> apart)
      : people_(people),
        links_(links),
        group_of_(people.size()),
        groups_(people.size()),
        apart_(people.size()) {
    std::iota(group_of_.begin(), group_of_.end(), Place{0});
    for (Place place = 0; place < people.size(); ++place)
      groups_[place] = {{place}, {{people[place].name_key, place}}, Certainty::certain};
    note_apart(apart);
    std::vector<const Link*> order;
    for (const Link& link : links) {
      linked_.emplace(link.a, link.b);
      order.push_back(&link);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const Link* a, const Link* b) { return a->certainty > b->certainty; });
    for (const Link* link : order) join(*link);
  }

  /// In the numbering of the sorted people.
  [[nodiscard]] std::vector<Proposal> proposals() const {
    std::map<Place, Proposal> found;
    for (const Link& link : links_)
      if (const Place group = group_of_[link.a]; group == group_of_[link.b])
        found[group].links.push_back(link);
    std::vector<Proposal> proposals;
    for (auto& [group, proposal] : found) {
      proposal.people = groups_[group].members;
      std::sort(proposal.people.begin(), proposal.people.end());
      proposal.certainty = groups_[group].weakest;
      if (birthdays_contradict(proposal.people))
        proposal.certainty = std::min(proposal.certainty, Certainty::likely);
      proposals.push_back(std::move(proposal));
    }
    return proposals;
  }

 private:
  struct Group {
    std::vector<Place> members;
    std::map<std::string_view, Place> names;  ///< one member for each name
    Certainty weakest = Certainty::certain;   ///< of the links that hold it together
  };

  void note_apart(std::span<const CardPair> apart) {
    if (apart.empty()) return;
    std::unordered_map<Uid, Place> places;
    for (Place place = 0; place < people_.size(); ++place)
      for (const Uid& uid : people_[place].person->uids) places.emplace(uid, place);
    for (const auto& [one, other] : apart) {
      const auto a = places.find(one);
      const auto b = places.find(other);
      if (a == places.end() || b == places.end()) continue;
      apart_[a->second].push_back(b->second);
      apart_[b->second].push_back(a->second);
    }
  }

  void join(const Link& link) {
    Place into = group_of_[link.a];
    Place from = group_of_[link.b];
    if (into == from) return;
    if (groups_[into].members.size() < groups_[from].members.size()) std::swap(into, from);
    if (!may_join(groups_[from], into)) return;
    Group joined = std::move(groups_[from]);
    groups_[into].weakest = std::min({groups_[into].weakest, joined.weakest, link.certainty});
    for (const Place place : joined.members) {
      group_of_[place] = into;
      groups_[into].members.push_back(place);
    }
    groups_[into].names.merge(joined.names);
  }

  [[nodiscard]] bool may_join(const Group& from, Place into) const {
    if (from.names.size() + groups_[into].names.size() > most_spellings) return false;
    for (const Place place : from.members)
      for (const Place other : apart_[place])
        if (group_of_[other] == into) return false;
    for (const auto& [name, a] : from.names)
      for (const auto& [other_name, b] : groups_[into].names)
        if (compare_names(people_[a], people_[b]) < NameLikeness::unknown &&
            !linked_.contains({std::min(a, b), std::max(a, b)}))
          return false;
    return true;
  }

  /// Also of two who are not linked themselves.
  [[nodiscard]] bool birthdays_contradict(const std::vector<Place>& members) const {
    std::vector<const Likeness*> different;
    for (const Place place : members) {
      const Likeness& person = *people_[place].person;
      const auto contradicts = [&](const Likeness* one) {
        return people::birthdays_contradict(*one, person);
      };
      if (different.size() == most_spellings) return true;
      if (std::any_of(different.begin(), different.end(), contradicts)) return true;
      const auto says_the_same = [&](const Likeness* one) { return one->birthdays == person.birthdays; };
      if (std::none_of(different.begin(), different.end(), says_the_same)) different.push_back(&person);
    }
    return false;
  }

  const std::vector<Traits>& people_;
  const std::vector<Link>& links_;
  std::vector<Place> group_of_;
  std::vector<Group> groups_;
  std::vector<std::vector<Place>> apart_;
  std::set<std::pair<Place, Place>> linked_;
};

}  // namespace

std::string_view to_string(Certainty certainty) noexcept {
  switch (certainty) {
    case Certainty::possible:
      return "possible";
    case Certainty::likely:
      return "likely";
    case Certainty::certain:
      return "certain";
  }
  return "";
}

std::string_view to_string(Sign sign) noexcept {
  switch (sign) {
    case Sign::email:
      return "email";
    case Sign::phone:
      return "phone";
    case Sign::name_and_organisation:
      return "name-and-organisation";
    case Sign::birthday:
      return "birthday";
    case Sign::names_differ:
      return "names-differ";
    case Sign::birthdays_differ:
      return "birthdays-differ";
  }
  return "";
}

std::vector<Proposal> find_duplicates(std::span<const Likeness> people, std::span<const CardPair> apart,
                                      const FoldWord& fold) {
  std::vector<Traits> sorted = traits_by_uid(people, fold);
  drop_common_property(sorted, &Traits::emails);
  drop_common_property(sorted, &Traits::phones);
  const std::vector<Link> links = links_of(sorted);
  std::vector<Proposal> proposals = Groups(sorted, links, apart).proposals();
  std::sort(proposals.begin(), proposals.end(), [](const Proposal& a, const Proposal& b) {
    return a.certainty != b.certainty ? a.certainty > b.certainty : a.people < b.people;
  });
  const auto given = [&](Place& place) {
    place = static_cast<std::size_t>(sorted[place].person - people.data());
  };
  for (Proposal& proposal : proposals) {
    for (Place& place : proposal.people) given(place);
    for (Link& link : proposal.links) {
      given(link.a);
      given(link.b);
    }
  }
  return proposals;
}

}  // namespace goodturn::people
