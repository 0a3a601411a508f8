// The server in memory behind real HTTP: what a DAV server answers from the fake's state, faults and all.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "tests/model/cards.h"
#include "tests/model/life.h"
#include "tests/support/fake_collection.h"
#include "tests/support/loopback_server.h"

namespace goodturn::model {

/// What servers do in their own ways (docs/dav-compliance.md), rightly or not.
struct Habits {
  enum class Missing : std::uint8_t { entry, left_out, whole };          ///< a missing member in a multiget
  enum class Spelling : std::uint8_t { plain, upper, lower, absolute };  ///< of hrefs
  bool reports = true;       ///< sync-collection; else getctag and ETags by PROPFIND
  bool inline_texts = true;  ///< texts come along in the report
  int token_refusal = 403;   ///< the answer to a token that it does not know
  Missing missing = Missing::entry;
  Spelling spelling = Spelling::plain;
  bool cdata = false;               ///< texts in CDATA
  bool own_prefix = true;           ///< "D:"; else DAV: is the default namespace
  bool gone_is_412 = false;         ///< to the removal of what is gone already
  bool names_anew = false;          ///< puts what is created under a name of its own …
  bool tells_names = true;          ///< … and tells it by Location
  bool bare_etags = false;          ///< ETags without quotes …
  bool knows_bare_etags = true;     ///< … and a condition must be spelt so; else it is none that holds
  bool ignores_conditions = false;  ///< on changes; make_habits() leaves it out: nobody could be safe there
  int too_many_status = 429;        ///< or 503
};

/// The habits of the server of a history.
[[nodiscard]] Habits make_habits(std::uint64_t seed);
[[nodiscard]] std::string print(const Habits& habits);

/// Answers requests from a FakeServer through FakeCollection, so that both are one server. An Error of the
/// fake's hooks is played on the wire: the connection is closed without an answer or in the middle of one,
/// or a 5xx, 429 or 503 is sent. Killed, thrown in a hook, closes this and every further request until
/// revive(). Of a condition "*" the version that was read last is the meaning: the moment between a client's
/// own look and its write, which nobody can close on servers without ETags, is left out.
/// One request is answered at a time, and killed() waits for it: what a test does to the server between two
/// calls of the client stands in one order with the answers.
class DavHost {
 public:
  /// From now on this server is the one that answers, as an address book or a calendar.
  void stand_for(std::shared_ptr<tests::FakeServer> server, const Habits& habits, Holds holds = Holds::cards);
  [[nodiscard]] const std::shared_ptr<tests::FakeServer>& server() const { return server_; }

  [[nodiscard]] tests::Reply respond(const tests::Asked& asked);

  [[nodiscard]] bool killed();
  void revive();
  /// Of the client on the other end.
  [[nodiscard]] Life life();

 private:
  tests::Reply choose(const tests::Asked& asked);
  tests::Reply look(const tests::Asked& asked);
  tests::Reply list_all();
  tests::Reply list_since(const SyncToken& since, bool with_texts);
  [[nodiscard]] std::string named(const sync::Listing& listing, bool with_texts) const;
  tests::Reply give_many(const tests::Asked& asked);
  tests::Reply give_one(const Href& href);
  tests::Reply put(const tests::Asked& asked);
  tests::Reply remove(const tests::Asked& asked);
  tests::Reply refused(const Error& error);
  [[nodiscard]] Etag condition(const tests::Asked& asked) const;
  [[nodiscard]] std::string spelt(const Etag& etag) const;
  [[nodiscard]] std::string etag_line(const Etag& etag) const;
  [[nodiscard]] std::string spelt(const std::string& href) const;
  [[nodiscard]] std::string member(const Href& href, const Etag& etag, const std::string* text) const;
  [[nodiscard]] std::string gone(const Href& href) const;
  [[nodiscard]] std::string without_text(const Href& href, const char* status) const;
  [[nodiscard]] tests::Reply multistatus(const std::string& responses, const SyncToken& token) const;

  std::mutex answering_;
  std::shared_ptr<tests::FakeServer> server_;
  std::unique_ptr<tests::FakeCollection> fake_;
  Habits habits_;
  std::string texts_;                ///< the property of a text: address-data or calendar-data
  std::string texts_space_;          ///< its namespace
  std::string origin_;               ///< as the client calls it
  std::map<std::string, int> read_;  ///< href → the version that was read last
  SyncToken next_page_;              ///< the token of the last answer that was not the whole
  int cuts_ = 0;
  int renamed_ = 0;
  bool killed_ = false;
};

}  // namespace goodturn::model
