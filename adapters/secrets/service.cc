// Secrets in the desktop's keyring, over the Secret Service interface of freedesktop.org.
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <memory>

#include "adapters/secrets/bounded.h"
#include "adapters/secrets/library.h"
#include "adapters/secrets/secrets.h"

namespace goodturn::secrets {
namespace {

const SecretSchema* schema(const Library& keyring) {
  static const SecretSchema* const made =
      keyring.schema_new("org.goodturn.Secret", SECRET_SCHEMA_NONE, "home", SECRET_SCHEMA_ATTRIBUTE_STRING,
                         "name", SECRET_SCHEMA_ATTRIBUTE_STRING, nullptr);
  return made;
}

/// Takes over `problem`.
Error as_error(const Library& keyring, GError* problem) {
  const bool locked = keyring.error_matches(problem, keyring.secret_error(), SECRET_ERROR_IS_LOCKED) != 0;
  const bool dismissed = keyring.error_matches(problem, keyring.io_error(), G_IO_ERROR_CANCELLED) != 0;
  Error error = error_of(ErrorKind::storage,
                         Said("The keyring failed: {reason}", {{"reason", std::string(problem->message)}}));
  if (locked || dismissed)
    error = {ErrorKind::auth, "The keyring is locked; unlock it and try again.", {}, 0, {}};
  keyring.error_free(problem);
  return error;
}

/// What a call needs, kept alive by the thread that makes it.
struct Key {
  std::string home;
  std::string name;
};

/// The session's bus, which ends nobody for as long as it is held: GLib would end this program when the
/// desktop session closes it, and forgets that it was asked not to with the last of those who hold it.
Result<std::shared_ptr<GDBusConnection>> hold_bus(const Library& keyring, GCancellable* cancellable) {
  GError* problem = nullptr;
  GDBusConnection* bus = keyring.bus_get_sync(G_BUS_TYPE_SESSION, cancellable, &problem);
  if (problem != nullptr) return fail(as_error(keyring, problem));
  keyring.set_exit_on_close(bus, FALSE);
  return std::shared_ptr<GDBusConnection>(bus, keyring.object_unref);
}

/// bounded(), on a bus that is held meanwhile.
template <class T>
Result<T> asked(const Library& keyring, std::chrono::milliseconds limit,
                std::function<Result<T>(GCancellable*)> work) {
  return bounded<T>(keyring, limit,
                    [&keyring, work = std::move(work)](GCancellable* cancellable) -> Result<T> {
                      auto bus = hold_bus(keyring, cancellable);
                      if (!bus) return fail(bus.error());
                      return work(cancellable);
                    });
}

Result<std::optional<std::string>> look_up(const Library& keyring, const Key& key,
                                           GCancellable* cancellable) {
  GError* problem = nullptr;
  gchar* found = keyring.password_lookup_sync(schema(keyring), cancellable, &problem, "home",
                                              key.home.c_str(), "name", key.name.c_str(), nullptr);
  if (problem != nullptr) return fail(as_error(keyring, problem));
  if (found == nullptr) return std::optional<std::string>();
  std::optional<std::string> secret(found);
  keyring.password_free(found);
  return secret;
}

Result<void> keep(const Library& keyring, const Key& key, const std::string& secret,
                  GCancellable* cancellable) {
  GError* problem = nullptr;
  const std::string label = "Goodturn: " + key.name;
  const gboolean kept = keyring.password_store_sync(schema(keyring), SECRET_COLLECTION_DEFAULT, label.c_str(),
                                                    secret.c_str(), cancellable, &problem, "home",
                                                    key.home.c_str(), "name", key.name.c_str(), nullptr);
  if (problem != nullptr) return fail(as_error(keyring, problem));
  if (kept == FALSE)
    return fail(ErrorKind::auth, "The keyring did not keep the password; unlock it and try again.");
  return {};
}

Result<void> forget(const Library& keyring, const Key& key, GCancellable* cancellable) {
  GError* problem = nullptr;
  keyring.password_clear_sync(schema(keyring), cancellable, &problem, "home", key.home.c_str(), "name",
                              key.name.c_str(), nullptr);
  if (problem != nullptr) return fail(as_error(keyring, problem));
  return {};
}

bool is_text(const Library& keyring, std::string_view text) {
  return text.find('\0') == std::string_view::npos &&
         keyring.utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr) != FALSE;
}

class ServiceSecrets final : public Secrets {
 public:
  ServiceSecrets(const Library& keyring, const std::filesystem::path& home, std::unique_ptr<Secrets> elder,
                 std::chrono::milliseconds limit)
      : keyring_(keyring), home_(home.string()), elder_(std::move(elder)), limit_(limit) {}

  Result<std::optional<std::string>> get(std::string_view name) override {
    auto found = asked<std::optional<std::string>>(
        keyring_, limit_, [&keyring = keyring_, key = key(name)](GCancellable* cancellable) {
          return look_up(keyring, key, cancellable);
        });
    if (!found || *found) return found;
    return elder_->get(name);
  }

  Result<void> set(std::string_view name, std::string_view secret) override {
    if (!is_text(keyring_, secret)) return fail(ErrorKind::invalid, "A password must be text in UTF-8.");
    auto kept = asked<void>(keyring_, limit_,
                            [&keyring = keyring_, key = key(name), text = std::string(secret)](
                                GCancellable* cancellable) { return keep(keyring, key, text, cancellable); });
    if (!kept) return kept;
    return elder_->remove(name);
  }

  Result<void> remove(std::string_view name) override {
    auto forgotten =
        asked<void>(keyring_, limit_, [&keyring = keyring_, key = key(name)](GCancellable* cancellable) {
          return forget(keyring, key, cancellable);
        });
    if (!forgotten) return forgotten;
    return elder_->remove(name);
  }

  [[nodiscard]] std::string place() const override { return {}; }

 private:
  [[nodiscard]] Key key(std::string_view name) const { return {home_, std::string(name)}; }

  const Library& keyring_;  // never unloaded, so a thread left alone may go on with it
  std::string home_;
  std::unique_ptr<Secrets> elder_;
  std::chrono::milliseconds limit_;
};

/// Asking GLib for a bus that is not there would start one of its own.
bool has_session_bus() {
  if (const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS"); address != nullptr && *address != '\0')
    return true;
  const char* folder = std::getenv("XDG_RUNTIME_DIR");
  return folder != nullptr && ::access((std::string(folder) + "/bus").c_str(), R_OK | W_OK) == 0;
}

Result<void> greet(const Library& keyring, GCancellable* cancellable) {
  GError* problem = nullptr;
  SecretService* service = keyring.service_get_sync(SECRET_SERVICE_OPEN_SESSION, cancellable, &problem);
  if (problem != nullptr) return fail(as_error(keyring, problem));
  keyring.object_unref(service);
  return {};
}

}  // namespace

std::unique_ptr<Secrets> service_secrets(const std::filesystem::path& home, std::unique_ptr<Secrets> elder,
                                         std::chrono::milliseconds limit) {
  const Library* keyring = library();
  if (keyring == nullptr) return elder;
  return std::make_unique<ServiceSecrets>(*keyring, home, std::move(elder), limit);
}

bool service_answers(std::chrono::milliseconds limit) {
  const Library* keyring = has_session_bus() ? library() : nullptr;
  if (keyring == nullptr) return false;
  const auto hello = [keyring](GCancellable* cancellable) { return greet(*keyring, cancellable); };
  return asked<void>(*keyring, limit, hello).has_value();
}

std::unique_ptr<Secrets> open_secrets(const std::filesystem::path& home, Place place) {
  const char* wish = std::getenv("GOODTURN_SECRETS");
  const bool to_file = place == Place::file || (wish != nullptr && std::string_view(wish) == "file");
  auto file = file_secrets(home);
  if (to_file || !service_answers()) return file;
  return service_secrets(home, std::move(file));
}

}  // namespace goodturn::secrets
