// Where passwords and tokens are kept: the desktop's Secret Service, or a file in the home.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "core/ports.h"

namespace goodturn::secrets {

enum class Place {
  automatic,  ///< Secret Service when it answers, else the file
  file        ///< always the file: tests, the demo, machines without a desktop
};

/// Opens the secrets of `home` (an existing folder of mode 0700). The environment GOODTURN_SECRETS=file
/// chooses the file too. Asked anew at every start, so that a keyring that was away once is used again;
/// what the file still holds is found in both cases, and moves to the Secret Service when set again.
[[nodiscard]] std::unique_ptr<Secrets> open_secrets(const std::filesystem::path& home,
                                                    Place place = Place::automatic);

/// The file `home`/secrets.json: one JSON object of strings, mode 0600, written atomically.
/// Errors of its calls: storage, suspicious (a link, or readable by others).
[[nodiscard]] std::unique_ptr<Secrets> file_secrets(const std::filesystem::path& home);

/// The Secret Service over D-Bus (libsecret), items of schema org.goodturn.Secret with attributes
/// `home` and `name`. Each call ends after `limit` at the latest, whatever the service does: errors
/// timeout, auth (locked and not opened), storage. Falls back to `elder` for what it does not hold.
[[nodiscard]] std::unique_ptr<Secrets> service_secrets(
    const std::filesystem::path& home, std::unique_ptr<Secrets> elder,
    std::chrono::milliseconds limit = std::chrono::seconds(10));

/// Whether a Secret Service answers on the session bus within `limit`. Never starts a bus.
[[nodiscard]] bool service_answers(std::chrono::milliseconds limit = std::chrono::seconds(10));

}  // namespace goodturn::secrets
