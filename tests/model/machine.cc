#include "tests/model/machine.h"
#include "tests/support/in_english.h"

#include <stdexcept>

#include "core/text/document.h"
#include "helper/sync/collection_run.h"

namespace goodturn::model {
namespace {

template <class Value>
Value must(Result<Value> result) {
  if (!result) throw std::runtime_error("the model's own step failed: " + describe(result.error()));
  if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

/// Switches the steps and refusals of a store off: what the user does is not part of the sync.
class Quiet {
 public:
  explicit Quiet(SteppedStore& store)
      : store_(store),
        step_(std::exchange(store.step, [] {})),
        refuse_(std::exchange(store.refuse, nullptr)) {}
  ~Quiet() {
    store_.step = std::move(step_);
    store_.refuse = std::move(refuse_);
  }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  SteppedStore& store_;
  std::function<void()> step_;
  std::function<std::optional<Error>()> refuse_;
};

}  // namespace

Machine::Machine(Store& store, Index& index, Clock& clock, OpenCollection open)
    : store_(store),
      world_{store_,
             index,
             days_,
             secrets_,
             clock,
             zeros_,
             [](const sync::Account&, const Keys&, const Cancelled&) -> Result<std::unique_ptr<Source>> {
               return fail(ErrorKind::network, "There is no account here.");
             },
             writer_,
             generation_,
             phones_,
             mail_},
      open_(std::move(open)) {
  sync::Collection collection;
  collection.account = must(store_.add_account({}));
  collection.url = "https://server.example.org/book/";
  collection.name = "book";
  collection.holds.cards = true;
  collection.write_back = true;
  id_ = must(store_.put_collection(collection));
  must(helper::Items::open(world_));
}

End Machine::sync(bool confirmed) {
  helper::SyncOptions options;
  options.deletions_confirmed = confirmed;
  options.cancelled = [this] { return cancelled(); };
  std::vector<Said> plan_lines;
  report_ = {};
  error_.reset();
  try {
    const auto remote = open_();
    const sync::Collection now = collection();
    const auto done = helper::sync_collection(world_, *remote, now, options, report_, plan_lines);
    if (done) return End::done;
    error_ = done.error();
    return End::failed;
  } catch (const Killed&) {
    return End::killed;
  }
}

std::map<std::string, std::string> Machine::items() {
  const Quiet quiet(store_);
  std::map<std::string, std::string> all;
  must(store_.each_item(id_, [&](const sync::Item& item) -> Result<void> {
    all.emplace(item.href.value, item.text);
    return {};
  }));
  return all;
}

void Machine::put(const std::string& href, const std::string& text) {
  const Quiet quiet(store_);
  auto items = must(helper::Items::open(world_));
  must(items.put({id_, Href(href), Uid(text::uid_of(text::Document::parse(text))), text}));
}

void Machine::remove(const std::string& href) {
  const Quiet quiet(store_);
  auto items = must(helper::Items::open(world_));
  must(items.remove(id_, Href(href)));
}

std::string Machine::create(const std::string& text) {
  const Href href = open_()->href_for(Uid(text::uid_of(text::Document::parse(text))));
  put(href.value, text);
  return href.value;
}

void Machine::note(const std::string& uid) {
  const Quiet quiet(store_);
  auto items = must(helper::Items::open(world_));
  const std::string name = "record-" + uid;
  must(items.put({items.journal().id, Href(name), Uid(name), "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"}));
}

bool Machine::has_note(const std::string& uid) {
  return !must(store_.items_with_uid(Uid("record-" + uid))).empty();
}

sync::Collection Machine::collection() {
  const Quiet quiet(store_);
  for (sync::Collection& one : must(store_.collections()))
    if (one.id == id_) return std::move(one);
  throw std::runtime_error("the model's collection is gone");
}

}  // namespace goodturn::model
