#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <future>
#include <iostream>
#include <optional>
#include <sstream>
#include <thread>

#include "adapters/secrets/secrets.h"
#include "tests/support/skip.h"
#include "tests/support/test_folder.h"
#include "tests/unit/secrets/private_bus.h"

using namespace goodturn;
using namespace std::chrono_literals;
using goodturn::tests::PrivateBus;
using goodturn::tests::Started;
using goodturn::tests::TestFolder;
using Folder = std::filesystem::path;

namespace {

/// Fails the child's story with a line on stderr.
void expect(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "not so: " << what << std::endl;
  throw std::runtime_error(what);
}

/// Runs `story` in a program of its own: GLib keeps one session bus per program for ever.
bool holds_alone(const std::function<void(const Folder&)>& story) {
  const TestFolder folder;
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    int outcome = 1;
    try {
      story(folder.path());
      outcome = 0;
    } catch (const std::exception& problem) {
      std::cerr << problem.what() << std::endl;
    }
    ::_exit(outcome);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::vector<std::string> keyring(bool unlocked) {
  std::vector<std::string> command = {"gnome-keyring-daemon", "--foreground", "--components=secrets"};
  if (unlocked) command.emplace_back("--unlock");
  return command;
}

bool answers_soon() {
  for (int i = 0; i < 100; ++i) {
    if (secrets::service_answers(1s)) return true;
    std::this_thread::sleep_for(50ms);
  }
  return false;
}

bool appears_below(const Folder& folder, const std::string& canary) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (text.str().find(canary) != std::string::npos) return true;
  }
  return false;
}

auto seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::steady_clock::now() - start;
}

bool no_keyring_here() {
  if (tests::is_installed("gnome-keyring-daemon") && tests::is_installed("dbus-daemon")) return false;
  tests::skip("gnome-keyring-daemon or dbus-daemon is not installed");
  return true;
}

}  // namespace

TEST_CASE("without a session bus the file is chosen") {
  CHECK(holds_alone([](const Folder& folder) {
    ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    ::setenv("XDG_RUNTIME_DIR", folder.c_str(), 1);
    expect(secrets::open_secrets(folder)->place().find("secrets.json") != std::string::npos,
           "place is the file");
  }));
}

TEST_CASE("a bus without a keyring: the file is chosen, soon") {
  if (no_keyring_here()) return;
  CHECK(holds_alone([](const Folder& folder) {
    const PrivateBus bus(folder);
    const auto start = std::chrono::steady_clock::now();
    expect(secrets::open_secrets(folder)->place().find("secrets.json") != std::string::npos,
           "place is the file");
    expect(seconds_since(start) < 3s, "decided soon");
  }));
}

TEST_CASE("a real keyring keeps, gives and forgets, and nothing is written in the clear") {
  if (no_keyring_here()) return;
  CHECK(holds_alone([](const Folder& folder) {
    const PrivateBus bus(folder);
    const Started daemon(keyring(true), "master");
    expect(answers_soon(), "the keyring answers");
    expect(secrets::file_secrets(folder)->set("old", "from-the-file").has_value(), "done");
    const auto place = secrets::open_secrets(folder);
    expect(place->place().empty(), "place is the keyring");
    expect(!place->get("new").value(), "nothing there yet");
    expect(place->set("new", "canary-Grüße 😀").has_value(), "done");
    expect(place->set("new", "canary-second").has_value(), "done");
    expect(place->get("new").value() == "canary-second", "kept");
    expect(place->get("old").value() == "from-the-file", "the file is still read");
    expect(place->set("old", "canary-moved").has_value(), "done");
    expect(!secrets::file_secrets(folder)->get("old").value(), "moved out of the file");
    expect(!secrets::service_secrets(folder / "other", secrets::file_secrets(folder))->get("new").value(),
           "another home has its own");
    expect(place->set("bad", std::string("a\0b", 3)).error().kind == ErrorKind::invalid, "NUL refused");
    expect(!appears_below(folder, "canary"), "no secret in any file");
    expect(place->remove("new").has_value(), "done");
    expect(!place->get("new").value(), "forgotten");
  }));
}

TEST_CASE("a locked keyring that nobody opens is an error, in time, and loses nothing") {
  if (no_keyring_here()) return;
  CHECK(holds_alone([](const Folder& folder) {
    const PrivateBus bus(folder);
    {
      const Started daemon(keyring(true), "master");
      expect(answers_soon(), "the keyring answers");
      expect(secrets::open_secrets(folder)->set("name", "secret").has_value(), "done");
    }
    const Started daemon(keyring(false), "");
    std::this_thread::sleep_for(500ms);
    const auto place = secrets::service_secrets(folder, secrets::file_secrets(folder), 2s);
    const auto start = std::chrono::steady_clock::now();
    const auto found = place->get("name");
    expect(seconds_since(start) < 4s, "in time");
    expect(!found || !*found, "the secret stays closed");
    const auto kept = place->set("name", "other");
    expect(!kept && kept.error().kind != ErrorKind::invalid, "refused");
    expect(!appears_below(folder, "other"), "never falls back to the file in silence");
  }));
}

TEST_CASE("a keyring that hangs costs the limit and no more") {
  if (no_keyring_here()) return;
  CHECK(holds_alone([](const Folder& folder) {
    const PrivateBus bus(folder);
    const Started mute({"/usr/bin/python3", "tests/unit/secrets/mute_keyring.py"}, "");
    expect(mute.next_line() == "ready", "the mute keyring runs");
    const auto start = std::chrono::steady_clock::now();
    expect(!secrets::service_answers(300ms), "counts as absent");
    const auto place = secrets::service_secrets(folder, secrets::file_secrets(folder), 300ms);
    expect(place->get("name").error().kind == ErrorKind::timeout, "timeout on get");
    expect(place->set("name", "x").error().kind == ErrorKind::timeout, "timeout on set");
    expect(seconds_since(start) < 3s, "in time");
  }));
}

TEST_CASE("a desktop session that ends while the keyring is asked ends that call, and not the program") {
  if (no_keyring_here()) return;
  CHECK(holds_alone([](const Folder& folder) {
    std::optional<PrivateBus> bus(std::in_place, folder);
    const Started mute({"/usr/bin/python3", "tests/unit/secrets/mute_keyring.py"}, "");
    expect(mute.next_line() == "ready", "the mute keyring runs");
    const auto place = secrets::service_secrets(folder, secrets::file_secrets(folder), 5s);
    auto kept = std::async(std::launch::async, [&] { return place->set("name", "x"); });
    expect(mute.next_line() == "called", "the keyring is asked");
    bus.reset();
    expect(!kept.get().has_value(), "nothing was kept");
    std::this_thread::sleep_for(300ms);  // what would end the program comes from a thread of its own
  }));
}
