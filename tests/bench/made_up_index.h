// An index of made-up people, whose rows are made while they are visited.
#pragma once

#include "core/ports.h"

namespace goodturn::bench {

/// Noon of the day that the rows end on.
inline constexpr Instant made_up_now = Day(std::chrono::days(20779)) + std::chrono::hours(12);

struct MadeUpSize {
  int people = 10'000;
  int touches_each = 100;
};

/// People of forty organisations, with touches at gaps of 1–15 days, some in circles of twenty that meet,
/// every fifth with a profile, five favours each, asks, a goal. The same every time. What is written goes to
/// `written` and is visited behind the made-up rows.
class MadeUpIndex final : public Index {
 public:
  MadeUpIndex(MadeUpSize size, Index& written) : size_(size), written_(written) {}

  Result<void> add(sync::CollectionId, const Href&, const relations::Derived&) override;
  Result<void> replace(sync::CollectionId, const Href&, const relations::Derived&) override;
  Result<void> erase(sync::CollectionId, const Href&) override;
  Result<void> clear() override;
  Result<void> each_person(const std::function<void(const Origin&, people::Card)>& visit) override;
  Result<void> each_meeting(const std::function<void(const Origin&, relations::Meeting)>& visit) override;
  Result<void> each_record(const std::function<void(const Origin&, calendar::Record)>& visit) override;
  Result<void> each_journal(const std::function<void(const Origin&, relations::JournalRow)>& visit) override;
  Result<void> each_follow_up(const std::function<void(const Origin&, calendar::FollowUp)>& visit) override;

 private:
  MadeUpSize size_;
  Index& written_;
};

}  // namespace goodturn::bench
