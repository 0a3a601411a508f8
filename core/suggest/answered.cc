#include "core/suggest/answered.h"

#include <algorithm>

#include "core/suggest/celebrate.h"
#include "core/suggest/first_meeting.h"
#include "core/suggest/introduce.h"
#include "core/suggest/offer.h"

namespace goodturn::suggest {
namespace {

bool reached_out(const relations::Touch& touch) {
  return touch.weight > 0 && touch.direction != Direction::in;
}

bool reached_out_since(const Contact& contact, Day day) {
  return std::any_of(contact.touches.begin(), contact.touches.end(),
                     [&](const relations::Touch& touch) { return reached_out(touch) && touch.day >= day; });
}

/// Also when an earlier meeting came to light since: then it was not the first one.
bool was_followed_up(const Contact& contact) {
  const relations::Touch* talk = first_talk(contact);
  return talk == nullptr ? std::any_of(contact.touches.begin(), contact.touches.end(), reached_out)
                         : follow_up_to(*talk, contact) != nullptr;
}

bool was_celebrated(const Showing& showing, const Contact& contact) {
  for (const auto& date : {contact.birthday, contact.anniversary}) {
    if (!date) continue;
    const Day day = next_return(*date, showing.day);
    if (days_between(showing.day, day) <= celebrate_ahead_days && reached_out_since(contact, day))
      return true;
  }
  for (const auto& happened : {contact.profile.started_job, contact.profile.moved}) {
    if (!happened) continue;
    const int ahead = days_between(showing.day, *happened + std::chrono::days(life_event_days));
    if (ahead <= celebrate_ahead_days && ahead >= -life_event_open_days &&
        reached_out_since(contact, showing.day))
      return true;
  }
  return false;
}

bool gave_since(const Contact& contact, Day day, GiveKind kind) {
  return std::any_of(contact.ledger.begin(), contact.ledger.end(), [&](const relations::LedgerEntry& entry) {
    return entry.side == relations::LedgerSide::gave && entry.kind == kind && entry.day >= day;
  });
}

bool asked_since(const Contact& contact, Day day) {
  return std::any_of(contact.asks.begin(), contact.asks.end(), [&](const relations::Ask& ask) {
    return ask.state != AskState::withdrawn && ask.day >= day;
  });
}

/// The step that the follow-up stands for was taken, or somebody declined.
bool took_step(const Showing& showing, const Contact& contact) {
  using network::Consent, network::IntroductionStep;
  return std::any_of(contact.introductions.begin(), contact.introductions.end(),
                     [&](const network::Introduction& one) {
                       const bool is_a = one.a == contact.uid;
                       const auto is_step = [&](IntroductionStep step) {
                         const std::string period = introduction_period(is_a ? one.b : one.a, step);
                         return id_of(Rule::introduce, contact.uid, period) == showing.follow_up;
                       };
                       const Consent consent = is_a ? one.consent_a : one.consent_b;
                       const bool was_asked = consent != Consent::not_asked;
                       if (is_step(IntroductionStep::ask_a) || is_step(IntroductionStep::ask_b))
                         return was_asked;
                       return is_step(IntroductionStep::introduce) && one.sent.has_value();
                     });
}

bool was_settled(const Showing& showing, const Contact& contact) {
  return std::any_of(contact.obligations.begin(), contact.obligations.end(), [&](const Obligation& record) {
    return record.settled && is_id_of(showing.follow_up, showing.rule, contact, record.record.value);
  });
}

}  // namespace

bool answered_by(const Showing& showing, const Contact& contact) {
  switch (showing.rule) {
    case Rule::first_meeting:
      return was_followed_up(contact);
    case Rule::celebrate:
      return was_celebrated(showing, contact);
    case Rule::thank:
    case Rule::promised:
      return was_settled(showing, contact);
    case Rule::support:
      return gave_since(contact, showing.day, GiveKind::emotional_support);
    case Rule::introduce:
      return took_step(showing, contact);
    case Rule::ask:
      return asked_since(contact, showing.day);
    default:
      return reached_out_since(contact, showing.day);
  }
}

}  // namespace goodturn::suggest
