// A collection whose server plays a transcript.
#pragma once

#include <catch2/catch.hpp>

#include <memory>
#include <string>

#include "tests/interop/account.h"
#include "tests/support/transcript.h"

namespace goodturn::tests {

inline const std::string folder = "/dav/c/";

/// A calendar (or address book) at /dav/c/. At its end the test fails where a line of the client was not as
/// written or a request was missing.
class Conversation {
 public:
  explicit Conversation(const std::string& text, bool cards = false,
                        const http::Settings& settings = quick_settings())
      : transcript_(text), source_(settings, transcript_.origin(), "alice", "secret", {}) {
    sync::Collection where;
    where.url = transcript_.origin() + folder;
    where.holds.cards = cards;
    collection_ = *source_.open(where);
  }
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;
  ~Conversation() { CHECK(transcript_.complaints() == ""); }

  [[nodiscard]] RemoteCollection& collection() { return *collection_; }
  [[nodiscard]] std::string origin() const { return transcript_.origin(); }
  Result<sync::Listing> changes(const std::string& token) {
    return collection_->changes(SyncToken(token), received.taker());
  }

  Received received;

 private:
  Transcript transcript_;
  dav::DavSource source_;
  std::unique_ptr<RemoteCollection> collection_;
};

}  // namespace goodturn::tests
