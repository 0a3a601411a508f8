// One computer of the user: the real use cases of the sync over a store, against a server in memory.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/sync/report.h"
#include "helper/items/items.h"
#include "helper/sync/run.h"
#include "tests/model/stepped_store.h"
#include "tests/support/fake_collection.h"
#include "tests/support/no_mail.h"
#include "tests/support/no_phones.h"

namespace goodturn::model {

/// Thrown by a step of the world: the program is killed there.
struct Killed {};

class ModelClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return now_; }
  void pass(std::chrono::seconds time) { now_ += time; }

 private:
  Instant now_{std::chrono::seconds(1'800'000'000)};
};

/// Dates without a time zone and events without dates: cards have neither.
class PlainDays final : public Recurrence {
 public:
  Result<std::vector<calendar::Occurrence>> expand(const text::Document&, std::span<const calendar::Event>,
                                                   Instant, Instant) override {
    return std::vector<calendar::Occurrence>();
  }
  [[nodiscard]] Day local_day(Instant instant) const override {
    return std::chrono::floor<std::chrono::days>(instant);
  }
  [[nodiscard]] std::optional<std::chrono::minutes> offset_of(std::string_view, Instant) const override {
    return std::nullopt;
  }
  [[nodiscard]] std::optional<std::chrono::minutes> offset_in(std::string_view, Instant) const override {
    return std::nullopt;
  }
};

class NoSecrets final : public Secrets {
 public:
  Result<std::optional<std::string>> get(std::string_view) override { return std::nullopt; }
  Result<void> set(std::string_view, std::string_view) override { return {}; }
  Result<void> remove(std::string_view) override { return {}; }
  [[nodiscard]] std::string place() const override { return "nowhere"; }
};

class Zeros final : public Random {
 public:
  std::string bytes(std::size_t count) override { return std::string(count, '0'); }
};

enum class End {
  done,    ///< to its end; items may have failed
  failed,  ///< the collection's sync ended with an error
  killed   ///< a step threw Killed
};

class Machine {
 public:
  /// `store` and `index` outlive the machine. `collection` replaces the plain client, for wrappers.
  using OpenCollection = std::function<std::unique_ptr<RemoteCollection>()>;
  Machine(Store& store, Index& index, Clock& clock, OpenCollection open);

  /// Asked by each sync between its batches; true cancels it.
  std::function<bool()> cancelled = [] { return false; };
  /// Synchronises the one collection. `report()` tells the last one.
  End sync(bool confirmed = false);
  [[nodiscard]] const sync::CollectionReport& report() const { return report_; }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  /// The items of the collection: href → text.
  [[nodiscard]] std::map<std::string, std::string> items();
  /// What the user does here; nothing fails and nothing is killed meanwhile.
  void put(const std::string& href, const std::string& text);
  void remove(const std::string& href);
  /// Makes an item that no server has seen; gives its href.
  std::string create(const std::string& text);
  /// Notes something about a person in the journal, which no server has.
  void note(const std::string& uid);
  [[nodiscard]] bool has_note(const std::string& uid);
  /// The collection as stored, to be changed with Store::put_collection.
  [[nodiscard]] sync::Collection collection();

  [[nodiscard]] SteppedStore& store() { return store_; }
  [[nodiscard]] helper::World& world() { return world_; }
  [[nodiscard]] sync::CollectionId id() const { return id_; }
  std::unique_ptr<RemoteCollection> open() { return open_(); }

 private:
  SteppedStore store_;
  PlainDays days_;
  NoSecrets secrets_;
  Zeros zeros_;
  helper::Writer writer_;
  std::atomic<std::uint64_t> generation_ = 0;
  tests::NoPhones phones_;
  tests::NoMail mail_;
  helper::World world_;
  OpenCollection open_;
  sync::CollectionId id_ = 0;
  sync::CollectionReport report_;
  std::optional<Error> error_;
};

}  // namespace goodturn::model
