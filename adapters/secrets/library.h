// libsecret and GLib, loaded when the keyring is first asked: most runs of the program never ask it, and
// starting with these libraries costs as much as all the rest of such a run.
#pragma once

#include <libsecret/secret.h>

namespace goodturn::secrets {

/// The functions in use, under their own names.
struct Library {
  decltype(&::secret_schema_new) schema_new;
  decltype(&::secret_password_lookup_sync) password_lookup_sync;
  decltype(&::secret_password_store_sync) password_store_sync;
  decltype(&::secret_password_clear_sync) password_clear_sync;
  decltype(&::secret_password_free) password_free;
  decltype(&::secret_service_get_sync) service_get_sync;
  decltype(&::secret_error_get_quark) secret_error;
  decltype(&::g_io_error_quark) io_error;
  decltype(&::g_error_matches) error_matches;
  decltype(&::g_error_free) error_free;
  decltype(&::g_utf8_validate) utf8_validate;
  decltype(&::g_bus_get_sync) bus_get_sync;
  decltype(&::g_dbus_connection_set_exit_on_close) set_exit_on_close;
  decltype(&::g_object_unref) object_unref;
  decltype(&::g_cancellable_new) cancellable_new;
  decltype(&::g_cancellable_cancel) cancellable_cancel;
};

/// Loads it with the first call; nullptr where it is not installed, or lacks a function. Thread-safe; it
/// stays loaded.
[[nodiscard]] const Library* library();

}  // namespace goodturn::secrets
