// The links of the chain that `goodturn doctor` looks at, in the order in which one holds the next.
#pragma once

#include "helper/main/examination.h"
#include "helper/main/home.h"
#include "helper/main/serve.h"

namespace goodturn::helper {

/// Time zone, language and country; room on the disk; modes of the files of the home.
void look_at_machine(Examination& examination, const std::filesystem::path& home);
/// The keyring, or the file in its place.
void look_at_secrets(Examination& examination, const Secrets& secrets);
/// Each account: name, line, certificate, sign-in, clock; each of its collections: there, read, written.
void look_at_accounts(Examination& examination, World& world);
/// How many items of calendars name a time zone that neither the system nor they themselves explain.
void look_at_zones(Examination& examination, World& world);
/// Whether a helper runs, is ours and serves; else whether its port and its home are free. `home`: nullptr
/// where it could not be opened.
void look_at_bridge(Examination& examination, const Place& place, Home* home);
/// The note that tells Thunderbird where this program is, and the add-on in its profiles.
void look_at_thunderbird(Examination& examination);

/// The file of the running program.
[[nodiscard]] std::filesystem::path own_program();

}  // namespace goodturn::helper
