// Secrets in a file of the home.
#include <sys/stat.h>

#include <mutex>
#include <nlohmann/json.hpp>

#include "adapters/secrets/secrets.h"
#include "adapters/system/file.h"

namespace goodturn::secrets {
namespace {

using nlohmann::json;

class FileSecrets final : public Secrets {
 public:
  explicit FileSecrets(const std::filesystem::path& home) : path_(home / "secrets.json") {}

  Result<std::optional<std::string>> get(std::string_view name) override {
    const std::lock_guard guard(mutex_);
    const auto all = read();
    if (!all) return fail(all.error());
    const auto found = all->find(std::string(name));
    if (found == all->end()) return std::optional<std::string>();
    return std::optional<std::string>(found->second);
  }

  Result<void> set(std::string_view name, std::string_view secret) override {
    const std::lock_guard guard(mutex_);
    auto all = read();
    if (!all) return fail(all.error());
    (*all)[std::string(name)] = secret;
    return write(*all);
  }

  Result<void> remove(std::string_view name) override {
    const std::lock_guard guard(mutex_);
    auto all = read();
    if (!all) return fail(all.error());
    if (all->erase(std::string(name)) == 0) return {};
    return write(*all);
  }

  [[nodiscard]] std::string place() const override { return path_.string(); }

 private:
  using Entries = std::map<std::string, std::string>;

  Result<Entries> read() const {
    const auto text = system::read_file(path_);
    if (!text && text.error().kind == ErrorKind::not_found) return Entries();
    if (!text) return fail(text.error());
    struct stat status {};
    if (::lstat(path_.c_str(), &status) != 0 || (status.st_mode & 077) != 0)
      return fail(ErrorKind::suspicious, "Other users may read the file of passwords; run chmod 600 on it.",
                  path_);
    try {
      return json::parse(*text).get<Entries>();
    } catch (const json::exception&) {
      return fail(ErrorKind::storage,
                  "The file of passwords is damaged; remove it and enter the passwords again.", path_);
    }
  }

  Result<void> write(const Entries& entries) const {
    try {
      return system::write_file(path_, json(entries).dump(2) + "\n");
    } catch (const json::exception&) {
      return fail(ErrorKind::invalid, "A password must be text in UTF-8.");
    }
  }

  std::filesystem::path path_;
  std::mutex mutex_;
};

}  // namespace

std::unique_ptr<Secrets> file_secrets(const std::filesystem::path& home) {
  return std::make_unique<FileSecrets>(home);
}

}  // namespace goodturn::secrets
