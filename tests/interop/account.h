// What the tests against real servers share: an account, its collections, sample items.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "adapters/dav/dav_source.h"
#include "tests/support/server_process.h"

namespace goodturn::tests {

/// Settings that never wait between repetitions.
http::Settings quick_settings();

dav::DavSource source_for(const std::string& address, const std::string& password = "secret");

/// Makes an address book and a calendar where the server starts without any (radicale, DAViCal).
void make_collections(const ServerProcess& server);

/// The first collection of that kind; fails the test where there is none.
sync::Collection find_collection(const sync::Discovered& found, bool cards);

std::string card(const std::string& uid, const std::string& name, const std::string& version = "3.0");
std::string event(const std::string& uid, const std::string& title);
std::string journal(const std::string& uid, const std::string& title);
std::string task(const std::string& uid, const std::string& title);
inline std::string item(bool cards, const std::string& uid, const std::string& name) {
  return cards ? card(uid, name) : event(uid, name);
}

/// Everything an on_item callback was given, by href.
struct Received {
  std::map<std::string, sync::RemoteItem> items;
  sync::OnItem taker();
};

}  // namespace goodturn::tests
