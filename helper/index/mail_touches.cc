#include "helper/index/mail_touches.h"

#include <algorithm>
#include <map>
#include <set>

namespace goodturn::helper {
namespace {

using relations::ObservedMail;

/// All messages of one person in one direction on one day.
struct Letters {
  Instant last{};
  int count = 0;
};

using ByDay = std::map<std::pair<Day, Direction>, Letters>;

class MailReader {
 public:
  explicit MailReader(Gathering& all) : all_(all), world_(all.world), persons_(all.persons) {}

  Result<void> read() {
    auto mark_of = world_.observations.mark_of();
    if (!mark_of) return fail(mark_of.error());
    const auto visit = [&](const ObservedMail& mail) {
      // Most homes observe no mail; the marks of all addresses are worked out with the first message.
      if (places_.empty())
        for (const auto& [address, place] : all_.by_email) places_.emplace((*mark_of)(address).value, place);
      all_.changes(mail.at);
      if (mail.at <= all_.now.instant) take(mail);
    };
    if (auto done = world_.observations.each_observation(visit); !done) return done;
    for (auto& [place, days] : days_) finish(persons_[place], days);
    return {};
  }

 private:
  void take(const ObservedMail& mail) {
    const auto found = places_.find(mail.person.value);
    if (found == places_.end()) return;  // in no address book
    if (mail.message != message_) counted_.clear();
    message_ = mail.message;
    // One message to two addresses of a person is one touch.
    if (!counted_.insert(found->second).second) return;
    const Day day = world_.recurrence.local_day(mail.at);
    fresh_[found->second].push_back(relations::touch_of(mail, day));
    Letters& letters = days_[found->second][{day, mail.direction}];
    letters.last = std::max(letters.last, mail.at);
    ++letters.count;
  }

  void finish(Person& person, const ByDay& days) {
    auto& touches = person.contact.touches;
    std::erase_if(touches, [&](const relations::Touch& logged) {
      if (logged.channel != Channel::mail) return false;
      const auto on = [&](Direction direction) { return days.contains({logged.day, direction}); };
      return logged.direction == Direction::mutual ? on(Direction::in) || on(Direction::out)
                                                   : on(logged.direction);
    });
    const auto place = static_cast<std::size_t>(&person - persons_.data());
    touches.insert(touches.end(), fresh_[place].begin(), fresh_[place].end());
    for (const auto& [key, letters] : days)
      person.moments.push_back({Moment::Kind::mail, letters.last, key.first, Said(), "", Channel::mail,
                                key.second, letters.count});
  }

  Gathering& all_;
  World& world_;
  std::vector<Person>& persons_;
  std::unordered_map<std::uint64_t, std::size_t> places_;  ///< mark of an address → place of its person
  std::unordered_map<std::size_t, std::vector<relations::Touch>> fresh_;
  std::unordered_map<std::size_t, ByDay> days_;
  relations::Mark message_;
  std::set<std::size_t> counted_;
};

}  // namespace

Result<void> add_mail(Gathering& all) { return MailReader(all).read(); }

}  // namespace goodturn::helper
