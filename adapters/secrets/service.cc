// Secrets in the desktop's keyring, over the Secret Service interface of freedesktop.org.
#include <libsecret/secret.h>
#include <unistd.h>

#include <cstdlib>

#include "adapters/secrets/bounded.h"
#include "adapters/secrets/secrets.h"

namespace goodturn::secrets {
namespace {

const SecretSchema* schema() {
  static const SecretSchema* const made =
      secret_schema_new("org.goodturn.Secret", SECRET_SCHEMA_NONE, "home", SECRET_SCHEMA_ATTRIBUTE_STRING,
                        "name", SECRET_SCHEMA_ATTRIBUTE_STRING, nullptr);
  return made;
}

/// Takes over `problem`.
Error as_error(GError* problem) {
  const bool locked = g_error_matches(problem, SECRET_ERROR, SECRET_ERROR_IS_LOCKED) != 0;
  const bool dismissed = g_error_matches(problem, G_IO_ERROR, G_IO_ERROR_CANCELLED) != 0;
  Error error{ErrorKind::storage, std::string("The keyring failed: ") + problem->message, {}, 0, {}};
  if (locked || dismissed)
    error = {ErrorKind::auth, "The keyring is locked; unlock it and try again.", {}, 0, {}};
  g_error_free(problem);
  return error;
}

/// What a call needs, kept alive by the thread that makes it.
struct Key {
  std::string home;
  std::string name;
};

Result<std::optional<std::string>> look_up(const Key& key, GCancellable* cancellable) {
  GError* problem = nullptr;
  gchar* found = secret_password_lookup_sync(schema(), cancellable, &problem, "home", key.home.c_str(),
                                             "name", key.name.c_str(), nullptr);
  if (problem != nullptr) return fail(as_error(problem));
  if (found == nullptr) return std::optional<std::string>();
  std::optional<std::string> secret(found);
  secret_password_free(found);
  return secret;
}

Result<void> keep(const Key& key, const std::string& secret, GCancellable* cancellable) {
  GError* problem = nullptr;
  const std::string label = "Goodturn: " + key.name;
  const gboolean kept = secret_password_store_sync(schema(), SECRET_COLLECTION_DEFAULT, label.c_str(),
                                                   secret.c_str(), cancellable, &problem, "home",
                                                   key.home.c_str(), "name", key.name.c_str(), nullptr);
  if (problem != nullptr) return fail(as_error(problem));
  if (kept == FALSE)
    return fail(ErrorKind::auth, "The keyring did not keep the password; unlock it and try again.");
  return {};
}

Result<void> forget(const Key& key, GCancellable* cancellable) {
  GError* problem = nullptr;
  secret_password_clear_sync(schema(), cancellable, &problem, "home", key.home.c_str(), "name",
                             key.name.c_str(), nullptr);
  if (problem != nullptr) return fail(as_error(problem));
  return {};
}

bool is_text(std::string_view text) {
  return text.find('\0') == std::string_view::npos &&
         g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr) != FALSE;
}

class ServiceSecrets final : public Secrets {
 public:
  ServiceSecrets(const std::filesystem::path& home, std::unique_ptr<Secrets> elder,
                 std::chrono::milliseconds limit)
      : home_(home.string()), elder_(std::move(elder)), limit_(limit) {}

  Result<std::optional<std::string>> get(std::string_view name) override {
    auto found = bounded<std::optional<std::string>>(
        limit_, [key = key(name)](GCancellable* cancellable) { return look_up(key, cancellable); });
    if (!found || *found) return found;
    return elder_->get(name);
  }

  Result<void> set(std::string_view name, std::string_view secret) override {
    if (!is_text(secret)) return fail(ErrorKind::invalid, "A password must be text in UTF-8.");
    auto kept =
        bounded<void>(limit_, [key = key(name), text = std::string(secret)](GCancellable* cancellable) {
          return keep(key, text, cancellable);
        });
    if (!kept) return kept;
    return elder_->remove(name);
  }

  Result<void> remove(std::string_view name) override {
    auto forgotten = bounded<void>(
        limit_, [key = key(name)](GCancellable* cancellable) { return forget(key, cancellable); });
    if (!forgotten) return forgotten;
    return elder_->remove(name);
  }

  [[nodiscard]] std::string place() const override { return "the desktop's keyring (Secret Service)"; }

 private:
  [[nodiscard]] Key key(std::string_view name) const { return {home_, std::string(name)}; }

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

Result<void> greet(GCancellable* cancellable) {
  GError* problem = nullptr;
  GDBusConnection* bus = g_bus_get_sync(G_BUS_TYPE_SESSION, cancellable, &problem);
  if (problem != nullptr) return fail(as_error(problem));
  // GLib would end this program when the desktop session closes its bus.
  g_dbus_connection_set_exit_on_close(bus, FALSE);
  g_object_unref(bus);
  SecretService* service = secret_service_get_sync(SECRET_SERVICE_OPEN_SESSION, cancellable, &problem);
  if (problem != nullptr) return fail(as_error(problem));
  g_object_unref(service);
  return {};
}

}  // namespace

std::unique_ptr<Secrets> service_secrets(const std::filesystem::path& home, std::unique_ptr<Secrets> elder,
                                         std::chrono::milliseconds limit) {
  return std::make_unique<ServiceSecrets>(home, std::move(elder), limit);
}

bool service_answers(std::chrono::milliseconds limit) {
  return has_session_bus() && bounded<void>(limit, greet).has_value();
}

std::unique_ptr<Secrets> open_secrets(const std::filesystem::path& home, Place place) {
  const char* wish = std::getenv("GOODTURN_SECRETS");
  const bool to_file = place == Place::file || (wish != nullptr && std::string_view(wish) == "file");
  auto file = file_secrets(home);
  if (to_file || !service_answers()) return file;
  return service_secrets(home, std::move(file));
}

}  // namespace goodturn::secrets
