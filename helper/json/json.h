// Values as JSON, in the shapes of schemas/openapi.json. The bridge and `--json` print the same.
#pragma once

#include <nlohmann/json.hpp>

#include "helper/accounts/accounts.h"
#include "helper/history/history.h"
#include "helper/journals/draft.h"
#include "helper/log/line.h"
#include "helper/mail/mail.h"
#include "helper/people/duplicates.h"
#include "helper/people/introduction_ideas.h"
#include "helper/people/search.h"
#include "helper/people/tag.h"
#include "helper/records/keep.h"
#include "helper/sync/background.h"
#include "helper/week/act.h"

namespace goodturn::helper {

[[nodiscard]] Json json_of(const Week& week, Language language);
[[nodiscard]] Json json_of(const WeekEntry& entry, Language language);
[[nodiscard]] Json json_of(const PeoplePage& page, const Items& items, Language language);
/// `today` decides which promises are still open; the timeline is newest first.
[[nodiscard]] Json json_of_person(const Snapshot& snapshot, const Person& person, const Items& items,
                                  Language language);
/// Every card of a person on its own, to be held side by side; by UID.
[[nodiscard]] Json cards_json(const Person& person, const Items& items, Language language);
/// The people of these cards, each once, as json_of_person; unknown cards are left out.
[[nodiscard]] Json people_json(const Snapshot& snapshot, const std::vector<Uid>& cards, const Items& items,
                               Language language);
/// Adds the rhythm with its gaps, and who introduced whom, as far as they are in the address books.
void put_ties(const Snapshot& snapshot, const Person& person, Json& json);
[[nodiscard]] Json json_of(const TaggedPeople& tagged, Language language);
/// `limit` proposals from `offset` on.
[[nodiscard]] Json json_of(const Duplicates& duplicates, const Items& items, std::size_t limit,
                           std::size_t offset, Language language);
[[nodiscard]] Json json_of(const std::vector<IntroductionPair>& pairs, Language language);
[[nodiscard]] Json json_of(const Mention& mention);
[[nodiscard]] Json json_of(const Proposal& proposal, Language language);
[[nodiscard]] Json json_of(const Draft& draft);
[[nodiscard]] Json json_of(const sync::Account& account);
[[nodiscard]] Json json_of(const CollectionRow& row);
[[nodiscard]] Json json_of(const RecordsPlace& place, Language language);
[[nodiscard]] Json json_of(const MailState& state);
[[nodiscard]] Json json_of(const MailTaken& taken);
/// Bodies that fit MailBatch and MailChoice of the contract. A date that cannot be read lies in the far
/// future.
[[nodiscard]] MailBatch mail_batch_of(const Json& body);
[[nodiscard]] std::vector<relations::MailAccount> mail_choice_of(const Json& body);
[[nodiscard]] Json json_of(const std::vector<ConflictView>& conflicts, Language language);
[[nodiscard]] Json json_of(const WritePage& page, Language language);
[[nodiscard]] Json json_of(const std::vector<TrashView>& trash, Language language);
[[nodiscard]] Json json_of(const SyncResult& result, bool finished, Language language);
[[nodiscard]] Json json_of(const SyncState& state, Language language);
/// Payload of the event "sync".
[[nodiscard]] Json sync_event(const SyncState& state, Language language);
/// RFC 9457 problem document.
[[nodiscard]] Json json_of(const Error& error, Language language);

/// One line of JSON; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string print(const Json& json);

}  // namespace goodturn::helper
