// Everything Goodturn keeps, in one SQLite file: docs/store.md tells the schema and what is promised.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "core/keeping.h"
#include "core/note_doors.h"

namespace goodturn::store {

class Connection;

/// Store, Index, Observations, Archive, Erasure and NoteRows on one connection; used by one thread at a time.
/// The one writer of a file also checkpoints it; any number of readers may be open beside it, in this or
/// other programs.
class SqliteStore final : public Store,
                          public Index,
                          public Observations,
                          public Archive,
                          public Erasure,
                          public NoteRows,
                          public NoteLines {
 public:
  /// Opens `path` for reading and writing, makes it (mode 0600) when it is missing and brings it to the
  /// newest schema. The folder must exist, be ours and not be writable by others.
  /// `disk` names the SQLite VFS below; empty: the system's.
  /// Errors: suspicious (folder or file not safe, or another program's file), invalid (made by a newer
  /// Goodturn; untouched), storage (damaged, full, read-only), busy.
  [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& path,
                                                                 const std::string& disk = {});

  /// Opens an existing file of this version for reading, also where nothing can be written; every write
  /// fails with kind storage. transact() gives its reads one view of the data.
  /// Errors: as open(); not_found when there is no file.
  [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open_reader(const std::filesystem::path& path,
                                                                        const std::string& disk = {});

  ~SqliteStore() override;

  /// From now on several threads use the store, one at a time: `is_locked` says whether the calling one may.
  /// Checked in builds without NDEBUG (Connection::used_under).
  void used_under(std::function<bool()> is_locked);

  /// Full check of the file's structure, for `goodturn doctor`. Errors: storage with what is damaged.
  Result<void> check();
  /// A checked copy, mode 0600, while the store stays in use. Errors: storage.
  Result<void> backup_to(const std::filesystem::path& target);
  /// Makes the copy of `today` in the folder "backups" unless there is one, and removes those beyond seven
  /// days. Errors: storage.
  Result<void> back_up_daily(Day today);

  Result<void> transact(const std::function<Result<void>()>& work) override;

  Result<sync::AccountId> add_account(const sync::Account& account) override;
  Result<void> update_account(const sync::Account& account) override;
  Result<void> remove_account(sync::AccountId account) override;
  Result<std::vector<sync::Account>> accounts() override;

  Result<sync::CollectionId> put_collection(const sync::Collection& collection) override;
  Result<std::vector<sync::Collection>> collections() override;
  Result<void> remove_collection(sync::CollectionId collection) override;

  Result<std::optional<sync::Item>> item(sync::CollectionId collection, const Href& href) override;
  Result<std::vector<sync::Item>> items_with_uid(const Uid& uid) override;
  Result<void> each_item(sync::CollectionId collection,
                         const std::function<Result<void>(const sync::Item&)>& visit) override;
  Result<void> put_item(const sync::Item& item) override;
  Result<void> remove_item(sync::CollectionId collection, const Href& href) override;

  Result<std::vector<sync::BaseMark>> base_marks(sync::CollectionId collection) override;
  Result<std::optional<sync::Base>> base(sync::CollectionId collection, const Href& href) override;
  Result<void> put_base(const sync::Base& base) override;
  Result<void> remove_base(sync::CollectionId collection, const Href& href) override;
  Result<void> put_agreed(const sync::Item& item, const sync::Base& base) override;
  Result<void> move_item(sync::CollectionId collection, const Href& from, const Href& to) override;
  Result<std::optional<sync::BaseMark>> base_mark(sync::CollectionId collection, const Href& href) override;
  Result<std::vector<sync::BaseMark>> changed_marks(sync::CollectionId collection) override;
  Result<std::vector<sync::Unsent>> unsent(sync::CollectionId collection) override;
  Result<std::size_t> count_bases(sync::CollectionId collection) override;

  Result<std::vector<sync::LeftOut>> left_out(sync::CollectionId collection) override;
  Result<void> put_left_out(sync::CollectionId collection, const sync::LeftOut& name) override;
  Result<void> remove_left_out(sync::CollectionId collection, const Href& href) override;

  Result<std::int64_t> put_intent(const sync::Intent& intent) override;
  Result<void> remove_intent(std::int64_t id) override;
  Result<std::vector<sync::Intent>> intents() override;

  Result<void> add_conflict(const sync::ConflictRow& conflict) override;
  Result<std::vector<sync::ConflictRow>> conflicts() override;
  Result<void> remove_conflict(std::int64_t id) override;

  Result<void> add_trash(const sync::Trashed& trashed) override;
  Result<std::vector<sync::Trashed>> trash() override;
  Result<void> remove_trash(std::int64_t id) override;
  Result<void> purge_trash(Instant until) override;

  Result<void> add_write(const sync::LoggedWrite& write) override;
  Result<std::vector<sync::LoggedWrite>> writes(std::size_t most) override;
  Result<std::optional<sync::LoggedWrite>> logged_write(std::int64_t id) override;
  Result<std::optional<sync::LoggedWrite>> last_write(sync::CollectionId collection,
                                                      const Href& href) override;
  Result<void> mark_undone(std::int64_t id) override;
  Result<void> purge_writes(Instant until) override;

  Result<std::optional<std::string>> setting(std::string_view key) override;
  Result<void> set_setting(std::string_view key, std::string_view value) override;

  Result<void> add(sync::CollectionId collection, const Href& href,
                   const relations::Derived& derived) override;
  Result<void> replace(sync::CollectionId collection, const Href& href,
                       const relations::Derived& derived) override;
  Result<void> erase(sync::CollectionId collection, const Href& href) override;
  Result<void> clear() override;
  Result<void> each_person(const std::function<void(const Origin&, people::Card)>& visit) override;
  Result<void> each_meeting(const std::function<void(const Origin&, relations::Meeting)>& visit) override;
  Result<void> each_record(const std::function<void(const Origin&, calendar::Record)>& visit) override;
  Result<void> each_journal(const std::function<void(const Origin&, relations::JournalRow)>& visit) override;
  Result<void> each_follow_up(const std::function<void(const Origin&, calendar::FollowUp)>& visit) override;

  Result<MarkOf> mark_of() override;
  Result<std::vector<relations::MailAccount>> mail_accounts() override;
  Result<void> watch_mail(std::span<const relations::MailAccount> accounts) override;
  Result<void> mark_read(std::string_view account, std::string_view folder,
                         const relations::ReadSpan& span) override;
  Result<Observed> observe(std::string_view account,
                           std::span<const relations::Observation> observations) override;
  Result<void> each_observation(const std::function<void(const relations::ObservedMail&)>& visit) override;
  Result<std::size_t> forget_address(std::string_view address, Instant until) override;
  Result<std::size_t> forget_mail_account(std::string_view account) override;
  Result<std::size_t> forget_all_mail() override;

  Result<int> schema_version() override;
  Result<std::vector<Table>> kept_tables() override;
  Result<void> each_kept_row(const std::string& table,
                             const std::function<Result<void>(const std::vector<Cell>&)>& visit) override;

  Result<std::vector<notes::ReadNote>> read_notes() override;
  Result<std::vector<Mark>> note_marks() override;
  Result<void> put_note(const notes::ReadNote& note) override;
  Result<void> set_note_version(const std::string& path, const std::string& version) override;
  Result<void> remove_note(const std::string& path) override;
  Result<void> clear_notes() override;

  Result<void> add_note_line(const NoteLine& line) override;
  Result<void> put_note_line(const NoteLine& line) override;
  Result<void> remove_note_line(const Uid& record) override;
  Result<std::vector<NoteLine>> note_lines() override;
  Result<std::vector<NoteLine>> due_note_lines() override;
  Result<void> clear_note_lines() override;

  Result<void> note_erased(const std::vector<std::string>& names) override;
  Result<IsErased> erased() override;
  Result<std::size_t> lift_erased() override;
  Result<void> remove_write(std::int64_t id) override;
  Result<void> erase_all() override;
  Result<std::size_t> copies() override;
  Result<void> wipe(Day today) override;

 private:
  SqliteStore(std::unique_ptr<Connection> connection, std::string disk);
  std::unique_ptr<Connection> connection_;
  std::string disk_;
};

}  // namespace goodturn::store
