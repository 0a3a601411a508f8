// A server's side in memory: what it holds, and the faults that a test switches on.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ports.h"

namespace goodturn::tests {

/// What a server gets wrong. All off: a good server.
struct Faults {
  int fail_at = 0;             ///< the n-th call from now fails (1 is the next); 0: none
  bool lose_answer = false;    ///< that call is carried out first: only its answer is lost
  bool flaky_etags = false;    ///< etags differ on each listing though nothing changed
  bool silent_writes = false;  ///< create and update answer without an etag
  bool forget_tokens = false;  ///< every token is invalid
  bool look_empty = false;     ///< a listing without members, as a server behind a broken mount gives
  bool weak_etags = false;     ///< W/"…": no condition can be made of them
  bool no_etags = false;       ///< none anywhere; a read text is marked by its hash, as the DAV adapter does
  bool read_only = false;      ///< writes are refused (403)
  bool token_of_nothing = false;  ///< an empty complete listing comes with a token, too
  bool forgets_passing = false;   ///< a delta is silent about names that came and went since its token
  bool names_anew = false;        ///< stores what is created under a name of its own, and does not say so
  bool inline_texts = false;      ///< the text of every second version comes inside the listing
  std::size_t page_size = 0;      ///< a listing comes in pages of so many names, in order of change; 0: whole
  std::set<std::string> hidden;   ///< hrefs that a complete listing leaves out though they are there
  /// Asked before a call is carried out, with its name ("changes", "fetch", "create", "update", "remove"),
  /// before each further page of a listing ("page") and before each text inside one ("text"); an Error is
  /// the answer.
  std::function<std::optional<Error>(std::string_view)> before_call;
  /// Asked after it was carried out; an Error loses the answer.
  std::function<std::optional<Error>(std::string_view)> after_call;
  /// Asked for each item that is fetched; an Error stands in place of the item.
  std::function<std::optional<Error>(const Href&)> before_item;
  /// Asked for each item that is sent; an Error is the answer.
  std::function<std::optional<Error>(const Href&)> before_write;
  std::function<std::string(const std::string&)> rewrite;  ///< what is stored in place of a sent text
};

/// The server's side, shared by the clients that look at it.
struct FakeServer {
  struct Resource {
    std::string text;
    int version = 0;
  };
  std::map<std::string, Resource> resources;
  std::vector<std::string> log;             ///< hrefs in order of change; a token is a position in it
  std::map<std::string, std::size_t> born;  ///< the position in `log` when the name came last
  Faults faults;
  int calls = 0;    ///< how many requests were made
  int fetches = 0;  ///< how many of them asked for texts
  int writes = 0;   ///< how many of them changed something

  virtual ~FakeServer() = default;

  /// What another program does: a text put, with or without a condition, removed, or given another name.
  virtual void put(const std::string& href, std::string text) {
    if (!resources.contains(href)) born[href] = log.size();
    resources[href] = {std::move(text), ++last_version};
    log.push_back(href);
  }
  virtual void erase(const std::string& href) {
    resources.erase(href);
    log.push_back(href);
  }

  /// Gives a resource another name and nothing else.
  virtual void move(const std::string& from, const std::string& to) {
    if (!resources.contains(to)) born[to] = log.size();
    resources[to] = std::move(resources.at(from));
    erase(from);
    log.push_back(to);
  }

  /// The href of a member of that name.
  [[nodiscard]] virtual std::string place_for(const std::string& name) const { return "/fake/" + name; }

  int last_version = 0;
};

}  // namespace goodturn::tests
