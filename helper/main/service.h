// The helper as a service: the bridge over an opened home.
#pragma once

#include <latch>
#include <memory>

#include "adapters/bridge/bridge.h"
#include "adapters/system/log.h"
#include "core/note_doors.h"
#include "helper/api/endpoints.h"
#include "helper/main/home.h"

namespace goodturn::helper {

/// Runs from start() until it is destroyed. Destroying it cancels a running sync and waits for it.
class Service {
 public:
  /// Opens tokens, binds the kept port and writes the bridge note. The first start chooses the port (18765
  /// when it is free) and keeps it for good, because calendars remember it.
  /// Errors: busy when the kept port is taken; what to do stands in `what`.
  [[nodiscard]] static Result<std::unique_ptr<Service>> start(Home& home);
  ~Service();

  [[nodiscard]] std::uint16_t port() const { return bridge_->port(); }
  /// A one-time link that opens the pages in a browser.
  [[nodiscard]] std::string page_link() { return bridge_->page_link(); }
  /// A new token of scope app; the older one of that name stops working.
  [[nodiscard]] Result<std::string> issue_token(std::string_view client) {
    return tokens_->issue(client, bridge::Scope::app);
  }
  [[nodiscard]] system::Log& log() { return *log_; }

 private:
  explicit Service(Home& home);
  Result<void> open();
  Result<void> bind(std::uint16_t port);
  Result<void> keep_port();
  Result<std::string> write_sample();
  Result<Exported> write_export(Reflections reflections);
  Result<void> erase_files();
  bridge::Routes routes();
  void on_change();
  /// What the user wrote in the folder of notes since.
  void on_notes_changed();
  /// Watches the folder that is read now.
  void follow_notes();
  /// Brings the user's notes in line with the journal.
  void settle_notes();
  void keep_run(const SyncState& ended);
  void on_sync_event(const SyncState& state);

  Home& home_;
  std::optional<system::Log> log_;
  std::unique_ptr<bridge::Tokens> tokens_;
  UndoLog undo_;
  std::unique_ptr<FeedAddress> feed_;
  SignIns sign_ins_;
  OpenImports imports_;
  std::unique_ptr<Application> application_;
  std::unique_ptr<bridge::Bridge> bridge_;
  std::latch bound_{1};  ///< the bridge answers before start() returns; operations wait for bridge_
  std::unique_ptr<BackgroundSync> sync_;
  std::unique_ptr<NoteWatch> watch_;
};

/// The port that the first start chose; 0: there was none yet. Errors: storage.
[[nodiscard]] Result<std::uint16_t> kept_port(Store& store);

/// The client that Thunderbird is.
inline constexpr std::string_view native_client = "thunderbird";

/// Where the tokens of a home are kept.
[[nodiscard]] inline std::filesystem::path tokens_file(const std::filesystem::path& home) {
  return home / "tokens.json";
}

}  // namespace goodturn::helper
