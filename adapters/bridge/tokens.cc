#include "adapters/bridge/tokens.h"

#include <algorithm>
#include <functional>
#include <mutex>

#include "adapters/bridge/digest.h"
#include "adapters/bridge/token_file.h"
#include "core/base/base64url.h"

namespace goodturn::bridge {

class Tokens::Book {
 public:
  Book(std::filesystem::path path, Random& chance, const Clock& time)
      : file(std::move(path)), random(chance), clock(time) {}

  /// Reads the file again if somebody replaced it. A file that cannot be read any more opens nothing.
  Result<void> refresh() {
    const auto present = mark_of(file);
    if (read_once && present == mark) return {};
    auto fresh = read_clients(file);
    clients.clear();
    if (!fresh) return fail(fresh.error());
    clients = std::move(*fresh);
    mark = present;
    read_once = true;
    return {};
  }

  Result<void> change(const std::function<Result<void>()>& edit) {
    const std::lock_guard guard(mutex);
    const auto lock = FileLock::take(file);
    if (!lock) return fail(lock.error());
    if (auto fresh = refresh(); !fresh) return fresh;
    if (auto edited = edit(); !edited) return edited;
    auto written = write_clients(file, clients);
    // After a failed write the file, not the memory, is the truth: read it anew next time.
    read_once = written.has_value();
    mark = mark_of(file);
    return written;
  }

  std::vector<Client>::iterator named(std::string_view name) {
    return std::find_if(clients.begin(), clients.end(), [&](const Client& c) { return c.name == name; });
  }

  std::filesystem::path file;
  Random& random;
  const Clock& clock;
  std::mutex mutex;
  std::vector<Client> clients;
  std::optional<FileMark> mark;
  bool read_once = false;
};

Tokens::Tokens(std::unique_ptr<Book> book) : book_(std::move(book)) {}
Tokens::~Tokens() = default;

Result<std::unique_ptr<Tokens>> Tokens::open(std::filesystem::path file, Random& random, const Clock& clock) {
  auto book = std::make_unique<Book>(std::move(file), random, clock);
  if (auto read = book->refresh(); !read) return fail(read.error());
  if (!book->mark) {
    if (auto created = book->change([] { return Result<void>{}; }); !created) return fail(created.error());
  }
  return std::unique_ptr<Tokens>(new Tokens(std::move(book)));
}

Result<std::string> Tokens::issue(std::string_view name, Scope scope, std::string_view origin) {
  if (name.empty()) return fail(ErrorKind::invalid, "A client needs a name.");
  const std::string token = base64url(book_->random.bytes(32));
  const auto changed = book_->change([&]() -> Result<void> {
    const auto old = book_->named(name);
    if (old != book_->clients.end()) book_->clients.erase(old);
    book_->clients.push_back(
        {std::string(name), scope, to_hex(sha256(token)), std::string(origin), book_->clock.now()});
    return {};
  });
  if (!changed) return fail(changed.error());
  return token;
}

Result<void> Tokens::revoke(std::string_view name) {
  return book_->change([&]() -> Result<void> {
    const auto client = book_->named(name);
    if (client == book_->clients.end())
      return fail(ErrorKind::not_found, "No client has this name.", std::string(name));
    book_->clients.erase(client);
    return {};
  });
}

std::vector<Client> Tokens::clients() {
  const std::lock_guard guard(book_->mutex);
  (void)book_->refresh();
  return book_->clients;
}

std::optional<Client> Tokens::identify(std::string_view token) {
  const std::string digest = to_hex(sha256(token));
  const std::lock_guard guard(book_->mutex);
  (void)book_->refresh();
  std::optional<Client> found;
  // Every client is compared, so that the time says nothing about which one came near.
  for (const Client& client : book_->clients)
    if (same_secret(client.digest, digest)) found = client;
  return found;
}

std::optional<Client> Tokens::find(std::string_view name) {
  const std::lock_guard guard(book_->mutex);
  (void)book_->refresh();
  const auto client = book_->named(name);
  if (client == book_->clients.end()) return std::nullopt;
  return *client;
}

Result<void> Tokens::learn_origin(std::string_view name, std::string_view origin) {
  return book_->change([&]() -> Result<void> {
    const auto client = book_->named(name);
    if (client == book_->clients.end())
      return fail(ErrorKind::not_found, "No client has this name.", std::string(name));
    if (client->origin.empty()) client->origin = std::string(origin);
    return {};
  });
}

}  // namespace goodturn::bridge
