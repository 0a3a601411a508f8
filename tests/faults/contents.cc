#include "tests/faults/contents.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace goodturn::tests {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += part + "\n";
  return all;
}

std::string number(std::int64_t value) { return std::to_string(value); }
std::string flag(bool value) { return value ? "yes" : "no"; }
std::string word(sync::IntentKind kind) { return number(static_cast<int>(kind)); }

class Reading {
 public:
  explicit Reading(store::SqliteStore& store) : store_(store) {}

  Result<State> run(const std::vector<std::string>& settings) {
    for (const auto part : {&Reading::accounts, &Reading::collections, &Reading::under_way, &Reading::kept,
                            &Reading::mail, &Reading::index})
      if (auto read = (this->*part)(); !read) return fail(read.error());
    for (const std::string& key : settings) {
      const auto value = store_.setting(key);
      if (!value) return fail(value.error());
      put((key == "mail.salt" || key == "erased.key" ? std::string(mark_start) : "") + "setting " + key,
          value->value_or("none"));
    }
    return std::move(state_);
  }

 private:
  /// Rows of one name stand below each other in the order in which they come.
  void put(const std::string& name, const std::string& text) { state_[name] += text + "\n"; }
  void put_mark(const std::string& name, const std::string& text) {
    put(std::string(mark_start) + name, text);
  }
  [[nodiscard]] std::string place(sync::CollectionId collection, const Href& href) const {
    const auto found = urls_.find(collection);
    return (found == urls_.end() ? "nowhere" : found->second) + " " + href.value;
  }

  Result<void> accounts() {
    const auto all = store_.accounts();
    if (!all) return fail(all.error());
    for (const sync::Account& one : *all)
      put("account " + one.name,
          joined({number(static_cast<int>(one.kind)), one.url, one.user, joined(one.own_addresses)}));
    return {};
  }

  Result<void> collections() {
    const auto all = store_.collections();
    if (!all) return fail(all.error());
    for (const sync::Collection& one : *all) {
      urls_[one.id] = one.url;
      std::string flags;
      for (const bool value : {one.holds.cards, one.holds.events, one.holds.tasks, one.holds.journals,
                               one.read_only, one.enabled, one.counts_as_meetings, one.write_back})
        flags += flag(value) + " ";
      put("collection " + one.url, joined({number(one.account), one.name, one.color, flags}));
      put_mark("collection " + one.url,
               joined({one.token.value, one.last_sync ? to_iso(*one.last_sync) : "never"}));
    }
    for (const sync::Collection& one : *all)
      if (auto read = items(one); !read) return read;
    return {};
  }

  Result<void> items(const sync::Collection& collection) {
    auto visited = store_.each_item(collection.id, [&](const sync::Item& item) -> Result<void> {
      put("item " + place(collection.id, item.href), joined({item.uid.value, item.text}));
      return {};
    });
    if (!visited) return visited;
    const auto marks = store_.base_marks(collection.id);
    if (!marks) return fail(marks.error());
    for (const sync::BaseMark& mark : *marks) {
      const auto base = store_.base(collection.id, mark.href);
      if (!base) return fail(base.error());
      if (!*base) return fail(ErrorKind::storage, "A base is named and not there.");
      put("base " + place(collection.id, mark.href), joined({(*base)->text, flag(mark.local_gone)}));
      put_mark("base " + place(collection.id, mark.href), (*base)->etag.value);
    }
    const auto unsent = store_.unsent(collection.id);
    if (!unsent) return fail(unsent.error());
    for (const sync::Unsent& one : *unsent) put("unsent " + place(collection.id, one.href), one.uid.value);
    return {};
  }

  Result<void> under_way() {
    const auto all = store_.intents();
    if (!all) return fail(all.error());
    for (const sync::Intent& one : *all) {
      put("under way " + place(one.collection, one.href), joined({word(one.kind), one.text}));
      put_mark("under way " + place(one.collection, one.href), joined({number(one.id), one.etag.value}));
    }
    return {};
  }

  Result<void> kept() {
    const auto conflicts = store_.conflicts();
    if (!conflicts) return fail(conflicts.error());
    for (const sync::ConflictRow& one : *conflicts) {
      put("conflict " + place(one.collection, one.href),
          joined({one.property, one.local_value, one.remote_value, one.local_line, to_iso(one.at),
                  number(static_cast<int>(one.cause))}));
      put_mark("conflict " + place(one.collection, one.href), number(one.id));
    }
    const auto trash = store_.trash();
    if (!trash) return fail(trash.error());
    for (const sync::Trashed& one : *trash) {
      put("trash " + place(one.collection, one.href),
          joined({one.uid.value, one.text, to_iso(one.at), number(static_cast<int>(one.reason))}));
      put_mark("trash " + place(one.collection, one.href), number(one.id));
    }
    const auto writes = store_.writes(100'000);
    if (!writes) return fail(writes.error());
    for (const sync::LoggedWrite& one : *writes) {
      put("written " + place(one.collection, one.href),
          joined({word(one.kind), one.before, one.after, flag(one.undone), to_iso(one.at)}));
      put_mark("written " + place(one.collection, one.href), number(one.id));
    }
    return {};
  }

  Result<void> mail() {
    const auto accounts = store_.mail_accounts();
    if (!accounts) return fail(accounts.error());
    for (const relations::MailAccount& one : *accounts) {
      std::string folders;
      for (const relations::MailFolder& folder : one.folders)
        folders += joined({folder.id, folder.name, folder.read ? to_iso(folder.read->from) : "unread",
                           folder.read ? to_iso(folder.read->until) : "unread"});
      put("mail account " + one.id, joined({one.name, folders, number(static_cast<int>(one.messages))}));
    }
    return store_.each_observation([&](const relations::ObservedMail& one) {
      put_mark("mail", joined({std::to_string(one.message.value), std::to_string(one.person.value)}));
      put("mail at " + to_iso(one.at),
          joined({number(static_cast<int>(one.direction)), number(one.recipients), flag(one.reply)}));
    });
  }

  Result<void> index() {
    using Origin = Index::Origin;
    const auto at = [this](const Origin& origin) { return place(origin.collection, origin.href); };
    auto read = store_.each_person([&](const Origin& origin, const people::Card& one) {
      put("person " + at(origin), joined({one.uid.value, one.name, joined(one.emails), joined(one.phones),
                                          one.organisation, joined(one.tags)}));
    });
    if (read)
      read = store_.each_meeting([&](const Origin& origin, const relations::Meeting& one) {
        put("meeting " + at(origin), joined({one.event.value, one.summary, to_iso(one.start), to_iso(one.end),
                                             joined(one.addresses), flag(one.is_free)}));
      });
    if (read)
      read = store_.each_record([&](const Origin& origin, const calendar::Record& one) {
        put("record " + at(origin), calendar::write_record(one, Instant()));
      });
    if (read)
      read = store_.each_journal([&](const Origin& origin, const relations::JournalRow& one) {
        put("journal " + at(origin), joined({number(static_cast<int>(one.kind)), one.text}));
      });
    if (read)
      read = store_.each_follow_up([&](const Origin& origin, const calendar::FollowUp& one) {
        put("follow-up " + at(origin), calendar::write_follow_up(one, Instant()));
      });
    return read;
  }

  store::SqliteStore& store_;
  std::map<sync::CollectionId, std::string> urls_;
  State state_;
};

}  // namespace

Result<State> contents_of(store::SqliteStore& store, const std::vector<std::string>& settings) {
  return Reading(store).run(settings);
}

std::vector<std::string> settings_in(const std::filesystem::path& file) {
  std::vector<std::string> keys;
  SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
  SQLite::Statement rows(database, "SELECT key FROM setting ORDER BY key");
  while (rows.executeStep()) keys.push_back(rows.getColumn(0).getString());
  return keys;
}

}  // namespace goodturn::tests
