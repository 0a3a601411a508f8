// One machine at one server, for named cases that read like a story.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/model/machine.h"
#include "tests/model/memory_store.h"

namespace goodturn::model {

inline std::string card(const std::string& uid, const std::string& lines) {
  return "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:" + uid + "\r\n" + lines + "END:VCARD\r\n";
}

inline const std::string ada = card("ada", "FN:Ada\r\nNOTE:old\r\n");
inline const std::string cleo = card("cleo", "FN:Cleo\r\n");

/// A server with two cards and a machine that has them.
struct Home {
  ModelClock clock;
  MemoryStore store;
  std::shared_ptr<tests::FakeServer> server = std::make_shared<tests::FakeServer>();
  Machine machine{store, store, clock, [this] { return std::make_unique<tests::FakeCollection>(server); }};

  Home() {
    server->put("/fake/ada", ada);
    server->put("/fake/cleo", cleo);
    sync();
  }
  void sync(bool confirmed = false) { REQUIRE(machine.sync(confirmed) == End::done); }
  /// Two further syncs write nothing.
  void check_silent() {
    const int writes = server->writes;
    sync();
    sync();
    CHECK(server->writes == writes);
  }
  std::string there(const std::string& href) { return server->resources.at(href).text; }
  std::string here(const std::string& href) { return machine.items().at(href); }
  std::vector<sync::ConflictRow> conflicts() { return *store.conflicts(); }
  /// The next request of that name is answered so, before it is carried out.
  void refuse(const std::string& name, Error error) {
    server->faults.before_call = [this, name, error](std::string_view call) -> std::optional<Error> {
      if (call != name) return std::nullopt;
      const Error given = error;  // this function ends with the next line
      server->faults.before_call = nullptr;
      return given;
    };
  }
  /// The next request of that name is carried out and answered so.
  void answer(const std::string& name, Error error) {
    server->faults.after_call = [this, name, error](std::string_view call) -> std::optional<Error> {
      if (call != name) return std::nullopt;
      const Error given = error;  // this function ends with the next line
      server->faults.after_call = nullptr;
      return given;
    };
  }
};

inline bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace goodturn::model
