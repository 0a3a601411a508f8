#include "helper/imports/imports.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/people/card.h"
#include "helper/imports/fates.h"
#include "helper/imports/likeness.h"
#include "helper/imports/message_notes.h"
#include "helper/imports/reading.h"
#include "helper/index/snapshot_cache.h"
#include "helper/items/journal.h"
#include "helper/items/new_place.h"
#include "helper/items/shown_name.h"

namespace goodturn::helper {
namespace {

/// Most lines and cells of one import: each costs memory of its own, however short it is. An address book of
/// 64 MiB has a tenth of that.
constexpr std::size_t most_pieces = 4'000'000;

std::size_t pieces_of(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char letter) {
    return std::string_view("\n\r,;\t").find(letter) != std::string_view::npos;
  }));
}

/// Files of all kinds that are read, as they come in.
class Gathered {
 public:
  explicit Gathered(const Archives* archives) : archives_(archives) {}

  Result<void> add(const ImportFile& file) {
    const bool is_archive = file.bytes.starts_with("PK\x03\x04") || file.bytes.starts_with("PK\x05\x06");
    const auto is_read =
        is_archive && archives_ != nullptr ? read_archive(file) : read(file.name, file.bytes);
    if (!is_read) return fail(is_read.error());
    if (!*is_read) plan.not_read.push_back(file.name);
    return {};
  }

  ImportPlan plan;
  std::vector<imports::MessageDay> message_days;

 private:
  static bool is_wanted(std::string_view name) {
    constexpr std::array<std::string_view, 4> endings = {".vcf", ".ics", ".csv", ".json"};
    const std::string lower = imports::lower(name);
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
  }

  /// Whether anything in it is known: an export of a whole account holds much that is not about people.
  Result<bool> read_archive(const ImportFile& file) {
    const auto packed = archives_->unpack(file.bytes, is_wanted, bytes_left_);
    if (!packed) return fail(packed.error());
    bool any = false;
    for (const Archives::Packed& inner : *packed) {
      const auto is_read = read(file.name + ": " + inner.name, inner.bytes);
      if (!is_read) return is_read;
      any = any || *is_read;
    }
    return any;
  }

  Result<bool> read(const std::string& name, std::string_view bytes) {
    const std::size_t pieces = pieces_of(bytes);
    if (bytes.size() > bytes_left_ || pieces > pieces_left_)
      return fail(ErrorKind::invalid, "That is more than can be taken at once.", name);
    bytes_left_ -= bytes.size();
    pieces_left_ -= pieces;
    auto content = read_import(bytes);
    if (!content) return fail(content.error().kind, content.error().what, name);
    std::optional<FileReading>& reading = *content;
    if (!reading) return false;
    const std::size_t messages = reading->messages ? reading->messages->messages : 0;
    plan.sources.push_back(
        {name, reading->program, reading->entries.size() + messages, std::move(reading->columns)});
    for (ImportEntry& entry : reading->entries)
      // Archives hold the same card in a file for each of its groups.
      if (const auto [found, is_new] = texts_.emplace(entry.uid, entry.text);
          is_new || found->second != entry.text)
        plan.entries.push_back(std::move(entry));
    if (reading->messages) {
      plan.messages_left_out += reading->messages->left_out;
      std::move(reading->messages->days.begin(), reading->messages->days.end(),
                std::back_inserter(message_days));
    }
    return true;
  }

  const Archives* archives_;
  std::size_t bytes_left_ = import_limit;
  std::size_t pieces_left_ = most_pieces;
  std::map<Uid, std::string> texts_;
};

/// What an item that says no name is called.
std::string name_of(const ImportEntry& entry) {
  const auto document = text::Document::parse(entry.text);
  if (entry.kind == ImportKind::card) {
    const auto card = people::read_card(document);
    return card ? card->name : std::string();
  }
  for (const char* kind : {"VEVENT", "VTODO", "VJOURNAL"})
    if (const text::Component* component = document.find(kind))
      return text::unescape_text(document.first_value(*component, "SUMMARY"));
  return {};
}

Result<Gathered> gather(const World& world, std::span<const ImportFile> files) {
  Gathered gathered(world.archives);
  for (const ImportFile& file : files)
    if (auto added = gathered.add(file); !added) return fail(added.error());
  if (gathered.plan.sources.empty())
    return fail(
        ErrorKind::invalid,
        "Nothing here is known: no vCard, no calendar, no export of Monica, no messages of LinkedIn, and "
        "no table with names and addresses of people.");
  for (ImportEntry& entry : gathered.plan.entries)
    if (entry.name.empty()) entry.name = name_of(entry);
  return gathered;
}

/// The collection that is only here. It is known by its URL: readers of every language have a name of their
/// own for it (shown_name), and the stored one stays as it is.
Result<sync::CollectionId> local_collection(World& world, const Items& items, bool cards) {
  const std::string_view url = cards ? imported_cards_url : imported_calendar_url;
  for (const auto& [id, collection] : items.collections())
    if (collection.account == sync::local_account && collection.url == url) return id;
  sync::Collection collection;
  collection.url = url;
  collection.name = cards ? "Imported people" : "Imported calendar";
  collection.holds =
      cards ? sync::Components{true, false, false, false} : sync::Components{false, true, true, true};
  collection.write_back = true;  // nobody else reads it
  return world.store.put_collection(collection);
}

/// Writes entries that are to be taken. Call under World::lock(), inside a transaction.
class Taking {
 public:
  Taking(World& world, Before& before, const ImportChoice& choice)
      : world_(world), before_(before), choice_(choice) {}

  [[nodiscard]] bool is_wanted(const ImportEntry& entry) const {
    return entry.fate == ImportFate::fresh ||
           (entry.fate == ImportFate::unsure && choice_.unsure == Unsure::take);
  }

  /// Makes the collections that are missing.
  Result<void> prepare(const std::vector<ImportEntry>& entries) {
    for (const ImportKind kind : {ImportKind::card, ImportKind::event}) {
      const bool any = std::any_of(entries.begin(), entries.end(), [&](const ImportEntry& entry) {
        return entry.kind == kind && is_wanted(entry);
      });
      if (!any) continue;
      auto items = Items::open(world_);
      if (!items) return fail(items.error());
      const auto collection = collection_for(*items, kind);
      if (!collection) return fail(collection.error());
      collections_[kind] = *collection;
    }
    auto items = Items::open(world_);  // which knows the collections now
    if (!items) return fail(items.error());
    items_.emplace(std::move(*items));
    return {};
  }

  /// True when it was written: a record of somebody who is not here is not.
  Result<bool> take(const ImportEntry& entry) {
    if (entry.record) return take_record(*entry.record);
    const sync::CollectionId collection = collections_.at(entry.kind);
    const Href href = new_place(items_->collections().at(collection), entry.uid,
                                entry.kind == ImportKind::card ? ".vcf" : ".ics");
    if (auto noted = before_.note(world_, collection, href); !noted) return fail(noted.error());
    if (auto put = items_->put({collection, href, entry.uid, entry.text}); !put) return fail(put.error());
    return true;
  }

 private:
  Result<sync::CollectionId> collection_for(const Items& items, ImportKind kind) {
    if (kind != ImportKind::card || !choice_.book)
      return local_collection(world_, items, kind == ImportKind::card);
    const auto book = chosen_book(items, *choice_.book);
    return book ? Result<sync::CollectionId>(book->id) : fail(book.error());
  }

  Result<bool> take_record(const calendar::Record& record) {
    const auto person = world_.store.items_with_uid(record.person);
    if (!person) return fail(person.error());
    if (person->empty()) return false;
    const auto text_of = [&](const text::Document*) {
      return calendar::write_record(record, world_.clock.now());
    };
    if (auto written = write_to_journal(world_, *items_, record.uid, text_of, before_); !written)
      return fail(written.error());
    return true;
  }

  World& world_;
  Before& before_;
  ImportChoice choice_;
  std::map<ImportKind, sync::CollectionId> collections_;
  std::optional<Items> items_;
};

Result<std::size_t> take_entries(Taking& taking, const std::vector<ImportEntry>& entries,
                                 const Cancelled& cancelled, const ImportProgress& progress) {
  if (auto prepared = taking.prepare(entries); !prepared) return fail(prepared.error());
  std::size_t taken = 0, done = 0;
  // People first, since records come with them.
  for (const ImportKind kind : {ImportKind::card, ImportKind::event, ImportKind::record})
    for (const ImportEntry& entry : entries) {
      if (entry.kind != kind) continue;
      if (cancelled && cancelled()) return fail(ErrorKind::cancelled, "Nothing was taken.");
      if (progress && done++ % 50 == 0) progress(done, entries.size());
      if (!taking.is_wanted(entry)) continue;
      const auto took = taking.take(entry);
      if (!took) return fail(took.error());
      taken += *took ? 1 : 0;
    }
  return taken;
}

}  // namespace

std::size_t ImportPlan::count(ImportFate fate) const {
  return static_cast<std::size_t>(std::count_if(
      entries.begin(), entries.end(), [&](const ImportEntry& entry) { return entry.fate == fate; }));
}

Result<ImportPlan> plan_import(World& world, std::span<const ImportFile> files) {
  auto gathered = gather(world, files);
  if (!gathered) return fail(gathered.error());
  ImportPlan& plan = gathered->plan;
  std::shared_ptr<const Snapshot> snapshot;
  {
    const auto lock = world.lock();
    const auto items = Items::open(world);
    if (!items) return fail(items.error());
    const auto left_out = add_message_notes(world, *items, gathered->message_days, plan.entries);
    if (!left_out) return fail(left_out.error());
    plan.messages_left_out += *left_out;
    if (auto decided = decide_fates(world, plan.entries); !decided) return fail(decided.error());
    auto books = import_books(world, *items);
    if (!books) return fail(books.error());
    plan.books = std::move(*books);
    auto current = current_snapshot(world);
    if (!current) return fail(current.error());
    snapshot = std::move(*current);
  }
  if (auto found = find_likeness(world, *snapshot, plan.entries); !found) return fail(found.error());
  follow_cards(plan.entries);
  return std::move(plan);
}

Result<Imported> take_import(World& world, UndoLog& undo, ImportPlan plan, const ImportChoice& choice,
                             const Cancelled& cancelled, const ImportProgress& progress) {
  const auto lock = world.lock();
  if (auto decided = decide_fates(world, plan.entries); !decided) return fail(decided.error());
  follow_cards(plan.entries);
  Before before;
  Taking taking(world, before, choice);
  Imported imported;
  auto done = world.store.transact([&]() -> Result<void> {
    const auto taken = take_entries(taking, plan.entries, cancelled, progress);
    if (!taken) return fail(taken.error());
    imported.items = *taken;
    return {};
  });
  if (!done) return fail(done.error());
  if (imported.items > 0) imported.undo = undo.remember(before);
  return imported;
}

}  // namespace goodturn::helper
