#include "adapters/secrets/library.h"

#include <dlfcn.h>

#include <optional>

namespace goodturn::secrets {
namespace {

/// Looks the functions up; remembers whether one was missing.
class Lookup {
 public:
  explicit Lookup(void* handle) : handle_(handle) {}

  template <class Function>
  void operator()(Function& function, const char* name) {
    function = reinterpret_cast<Function>(::dlsym(handle_, name));
    is_complete_ &= function != nullptr;
  }
  [[nodiscard]] bool is_complete() const noexcept { return is_complete_; }

 private:
  void* handle_;
  bool is_complete_ = true;
};

std::optional<Library> load() {
  // GLib cannot be unloaded once it runs threads.
  void* handle = ::dlopen("libsecret-1.so.0", RTLD_LAZY | RTLD_NODELETE);
  if (handle == nullptr) return std::nullopt;
  Library made{};
  Lookup find(handle);
  find(made.schema_new, "secret_schema_new");
  find(made.password_lookup_sync, "secret_password_lookup_sync");
  find(made.password_store_sync, "secret_password_store_sync");
  find(made.password_clear_sync, "secret_password_clear_sync");
  find(made.password_free, "secret_password_free");
  find(made.service_get_sync, "secret_service_get_sync");
  find(made.secret_error, "secret_error_get_quark");
  find(made.io_error, "g_io_error_quark");
  find(made.error_matches, "g_error_matches");
  find(made.error_free, "g_error_free");
  find(made.utf8_validate, "g_utf8_validate");
  find(made.bus_get_sync, "g_bus_get_sync");
  find(made.set_exit_on_close, "g_dbus_connection_set_exit_on_close");
  find(made.object_unref, "g_object_unref");
  find(made.cancellable_new, "g_cancellable_new");
  find(made.cancellable_cancel, "g_cancellable_cancel");
  return find.is_complete() ? std::optional(made) : std::nullopt;
}

}  // namespace

const Library* library() {
  static const std::optional<Library> loaded = load();
  return loaded ? &*loaded : nullptr;
}

}  // namespace goodturn::secrets
