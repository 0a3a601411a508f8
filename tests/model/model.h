// Runs a history through the real sync and judges the end.
#pragma once

#include <optional>
#include <string>

#include "tests/model/history.h"
#include "tests/model/machine.h"

namespace goodturn::model {

/// Wrappers that a test puts around the world of every machine; the defaults change nothing.
struct Setting {
  using Wrap = std::function<std::unique_ptr<RemoteCollection>(std::shared_ptr<tests::FakeServer>)>;
  /// Makes the client of the server; a mutant puts its fault here.
  Wrap client;
  /// Makes the server of a history; empty: one in memory.
  std::function<std::shared_ptr<tests::FakeServer>()> server;
  /// Gives the store of a machine; empty: a fresh MemoryStore each.
  std::function<std::pair<Store*, Index*>(int machine)> store;
  /// Asked when all has settled, with the items of a machine (href → text); what is wrong with them.
  std::function<std::optional<std::string>(const std::map<std::string, std::string>& items)> at_end;
};

/// Runs the steps, lets everything settle without faults, and checks that
/// - every machine and the server have the same items, nothing waits to be sent, no request is open;
/// - every value that somebody wrote is in its item, among the conflicts or in the trash, or was replaced by
///   somebody who had seen it; what a program without conditions wrote over is at least in the change log,
///   unless the outcome of our own write was unknown;
/// - no UID is there twice and nothing that was deleted by somebody who saw all of it returns, unless a cut
///   listing hid the new name of a moved item, or (returning) the outcome of a write of it was unknown;
/// - records about persons are where they were;
/// - one more sync sends no write and asks for no text.
/// Gives what is wrong, in words; nullopt when all holds. `trace` takes a line for each thing that happens.
[[nodiscard]] std::optional<std::string> run(const History& history, const Setting& setting = {},
                                             std::string* trace = nullptr);

/// The shortest history that still fails, by leaving out steps.
[[nodiscard]] History shrunk(History history, const Setting& setting = {});

}  // namespace goodturn::model
