#include "core/calendar/journals.h"

#include "core/calendar/words.h"

namespace goodturn::calendar {
namespace {

template <class Item>
bool append(std::vector<Item>& items, std::optional<Item> item) {
  if (item) items.push_back(std::move(*item));
  return item.has_value();
}

}  // namespace

bool add_journal(Journals& journals, const text::Document& document) {
  const auto kind = journal_kind(document);
  if (!kind) return false;
  switch (*kind) {
    case JournalKind::ask:
      return append(journals.asks, read_ask(document));
    case JournalKind::introduction:
      return append(journals.introductions, read_introduction(document));
    case JournalKind::goal:
      return append(journals.goals, read_goal(document));
    case JournalKind::script:
      return append(journals.scripts, read_script(document));
    case JournalKind::community:
      return append(journals.communities, read_community(document));
    case JournalKind::question:
      return append(journals.questions, read_question(document));
    case JournalKind::venue:
      return append(journals.venues, read_venue(document));
    case JournalKind::role_term:
      return append(journals.role_terms, read_role_term(document));
    case JournalKind::pair:
      return append(journals.pair_signs, read_pair_sign(document));
    case JournalKind::profile:
      return append(journals.profiles, read_profile(document));
    case JournalKind::identity:
      return append(journals.identities, read_identity(document));
    case JournalKind::self:
      if (auto self = read_own_profile(document); self && !journals.has_self)
        journals.self = std::move(*self);
      return journals.has_self = true;
  }
  return false;
}

std::string journal_text(const Ask& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_ask(item, stamp) : update_ask(*stored, item, stamp);
}

std::string journal_text(const Introduction& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_introduction(item, stamp) : update_introduction(*stored, item, stamp);
}

std::string journal_text(const Goal& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_goal(item, stamp) : update_goal(*stored, item, stamp);
}

std::string journal_text(const Script& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_script(item, stamp) : update_script(*stored, item, stamp);
}

std::string journal_text(const Community& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_community(item, stamp) : update_community(*stored, item, stamp);
}

std::string journal_text(const Question& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_question(item, stamp) : update_question(*stored, item, stamp);
}

std::string journal_text(const Venue& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_venue(item, stamp) : update_venue(*stored, item, stamp);
}

std::string journal_text(const RoleTerm& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_role_term(item, stamp) : update_role_term(*stored, item, stamp);
}

std::string journal_text(const PairSign& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_pair_sign(item, stamp) : update_pair_sign(*stored, item, stamp);
}

std::string journal_text(const Profile& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_profile(item, stamp) : update_profile(*stored, item, stamp);
}

std::string journal_text(const Identity& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_identity(item, stamp) : update_identity(*stored, item, stamp);
}

std::string journal_text(const OwnProfile& item, const text::Document* stored, Instant stamp) {
  return stored == nullptr ? write_own_profile(item, stamp) : update_own_profile(*stored, item, stamp);
}

Uid journal_uid(const text::Document& document) {
  const text::Component* journal = document.find("VJOURNAL");
  return journal == nullptr ? Uid() : Uid(trimmed(document.first_value(*journal, "UID")));
}

}  // namespace goodturn::calendar
