// The home folder: all configuration, items, secrets and logs of one user live below it.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/result.h"

namespace goodturn::system {

/// First thing in main: files made from now on are for the user alone (umask 0077), and a crash leaves
/// no core file with passwords in it (PR_SET_DUMPABLE 0).
void keep_private();

/// Where the home is: `given` (--home), else $GOODTURN_HOME, else $XDG_DATA_HOME/goodturn, else
/// ~/.local/share/goodturn. Always absolute; nothing is created. Errors: invalid when none of them says.
[[nodiscard]] Result<std::filesystem::path> find_home(const std::optional<std::filesystem::path>& given);

/// Where the user's own files are: $HOME. Errors: invalid when it is not set.
[[nodiscard]] Result<std::filesystem::path> user_folder();

/// `wanted`, or with "-2", "-3" … behind it the first name that nothing has yet.
[[nodiscard]] std::filesystem::path unused_name(const std::filesystem::path& wanted);

/// Makes the folder (mode 0700) if it is missing and checks that it is a real folder, owned by this user
/// and not writable by others. Errors: storage, suspicious.
[[nodiscard]] Result<void> prepare_home(const std::filesystem::path& home);

/// Puts a home that others may look into to mode 0700 when it is empty or has our database; a folder shared
/// with other things stays as it is, and the files in it are closed one by one. Errors: storage.
[[nodiscard]] Result<void> close_to_others(const std::filesystem::path& home);

}  // namespace goodturn::system
