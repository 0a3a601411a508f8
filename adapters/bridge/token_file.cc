#include "adapters/bridge/token_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <nlohmann/json.hpp>

#include "adapters/bridge/digest.h"
#include "adapters/system/file.h"

namespace goodturn::bridge {
namespace {

using nlohmann::json;

tl::unexpected<Error> broken(const std::filesystem::path& file, const std::string& reason) {
  return fail(ErrorKind::storage, "The token file " + reason + ". Remove it to pair every client again.",
              file.string());
}

std::optional<Client> client_of(const json& row) {
  Client client;
  client.name = row.at("name").get<std::string>();
  client.digest = row.at("digest").get<std::string>();
  client.origin = row.at("origin").get<std::string>();
  const std::string scope = row.at("scope").get<std::string>();
  const auto created = parse_instant(row.at("created").get<std::string>());
  if (scope != "app" && scope != "feed") return std::nullopt;
  if (client.name.empty() || !created || !from_hex(client.digest) || client.digest.size() != 64)
    return std::nullopt;
  client.scope = scope == "app" ? Scope::app : Scope::feed;
  client.created = *created;
  return client;
}

json row_of(const Client& client) {
  return {{"name", client.name},
          {"scope", client.scope == Scope::app ? "app" : "feed"},
          {"digest", client.digest},
          {"origin", client.origin},
          {"created", to_iso(client.created)}};
}

Result<std::vector<Client>> clients_of(const std::string& text, const std::filesystem::path& file) {
  try {
    std::vector<Client> clients;
    const json document = json::parse(text);
    for (const json& row : document.at("clients")) {
      auto client = client_of(row);
      if (!client) return broken(file, "holds a client that cannot be read");
      clients.push_back(std::move(*client));
    }
    return clients;
  } catch (const json::exception&) {
    return broken(file, "is not a token file");
  }
}

}  // namespace

std::optional<FileMark> mark_of(const std::filesystem::path& file) {
  struct stat status {};
  if (::lstat(file.c_str(), &status) != 0) return std::nullopt;
  return FileMark{status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

Result<std::vector<Client>> read_clients(const std::filesystem::path& file) {
  auto text = system::read_file(file);
  if (!text && text.error().kind == ErrorKind::not_found) return std::vector<Client>{};
  if (!text) return broken(file, "cannot be read: " + text.error().what);
  struct stat status {};
  if (::lstat(file.c_str(), &status) != 0 || (status.st_mode & 077) != 0)
    return broken(file, "can be read by other users (its mode must be 0600)");
  return clients_of(*text, file);
}

Result<void> write_clients(const std::filesystem::path& file, const std::vector<Client>& clients) {
  json rows = json::array();
  for (const Client& client : clients) rows.push_back(row_of(client));
  return system::write_file(
      file, json{{"clients", rows}}.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
}

Result<FileLock> FileLock::take(const std::filesystem::path& file) {
  const std::string name = file.string() + ".lock";
  const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) return broken(file, std::string("cannot be locked: ") + std::strerror(errno));
  while (::flock(descriptor, LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    ::close(descriptor);
    return broken(file, std::string("cannot be locked: ") + std::strerror(errno));
  }
  return FileLock(descriptor);
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace goodturn::bridge
