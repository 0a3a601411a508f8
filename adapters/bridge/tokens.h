// Who may speak to the bridge: one token per client, kept as SHA-256 in a 0600 file.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/ports.h"

namespace goodturn::bridge {

/// What a token opens: every operation of the API, or the calendar feed and nothing else.
enum class Scope { app, feed };

/// A client as stored; never the token itself.
struct Client {
  std::string name;  ///< unique: "thunderbird", "feed", "page-1f3c…"
  Scope scope = Scope::app;
  std::string digest;  ///< SHA-256 of the token, 64 lower-case hexadecimal digits
  std::string origin;  ///< the only Origin it may send; empty: not learnt yet
  Instant created{};
};

/// The book of clients. Thread-safe. Several processes may use the same file: changes are made under a lock
/// file, written aside and renamed, and seen by the others at their next look-up.
class Tokens {
 public:
  /// Opens or creates the file (mode 0600; its folder must exist). Errors: storage (unreadable, readable by
  /// others, or not a token file: it is never overwritten).
  [[nodiscard]] static Result<std::unique_ptr<Tokens>> open(std::filesystem::path file, Random& random,
                                                            const Clock& clock);
  ~Tokens();
  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;

  /// Makes a new token for `name` and returns it: 32 random bytes as 43 characters of base64url. An older
  /// token of that name stops working and its learnt origin is forgotten. `origin` pins one from the start.
  /// This is the only time the token can be read. Errors: storage, invalid (empty name).
  [[nodiscard]] Result<std::string> issue(std::string_view name, Scope scope, std::string_view origin = {});
  /// Forgets a client. Errors: not_found, storage.
  [[nodiscard]] Result<void> revoke(std::string_view name);
  /// All clients, in the order in which their tokens were issued.
  [[nodiscard]] std::vector<Client> clients();
  /// The client of a token, compared in constant time with every client; nothing when none has it.
  [[nodiscard]] std::optional<Client> identify(std::string_view token);
  [[nodiscard]] std::optional<Client> find(std::string_view name);
  /// Remembers the first Origin of a client; later calls with another origin change nothing.
  [[nodiscard]] Result<void> learn_origin(std::string_view name, std::string_view origin);

 private:
  class Book;
  explicit Tokens(std::unique_ptr<Book> book);
  std::unique_ptr<Book> book_;
};

}  // namespace goodturn::bridge
