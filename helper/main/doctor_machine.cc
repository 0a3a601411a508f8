// The links on this computer: its settings, the disk, the files of the home, the keyring.
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "adapters/secrets/secrets.h"
#include "adapters/system/language.h"
#include "adapters/system/region.h"
#include "adapters/system/zone.h"
#include "helper/main/doctor_parts.h"

namespace goodturn::helper {
namespace {

namespace fs = std::filesystem;

/// Less than this is too little for a first sync, bytes.
constexpr std::uintmax_t least_room = 100u << 20;

void look_at_settings(Examination& examination) {
  const std::string zone = system::local_zone();
  const std::string country = system::local_region(zone);
  examination.good(Said("doctor.settings", {{"known", said_flag(!country.empty())},
                                            {"zone", zone},
                                            {"language", std::string(to_string(examination.language()))},
                                            {"country", country}}));
  if (country.empty()) examination.hint(Said("doctor.no_country"), Said("doctor.no_country_do"));
}

/// A copy for each day, and the upgrade, need the database's own size again.
void look_at_disk(Examination& examination, const fs::path& home) {
  std::error_code problem, missing;
  const fs::space_info room = fs::space(home, problem);
  if (problem) return;  // the home itself could not be opened, which is told
  const std::uintmax_t size = fs::file_size(database_file(home), missing);
  const std::uintmax_t wanted = std::max(least_room, missing ? 0 : 2 * size);
  const Said told("doctor.room", {{"size", std::to_string(room.available >> 20)}});
  if (room.available < wanted)
    examination.bad(told, Said("doctor.room_do", {{"size", std::to_string(wanted >> 20)}}));
  else
    examination.good(told);
}

/// Nobody reaches a file through a folder that is closed to them.
void look_at_modes(Examination& examination, const fs::path& home) {
  struct stat status {};
  if (::stat(home.c_str(), &status) != 0 || (status.st_mode & 077) == 0)
    examination.good(Said("doctor.closed"));
  else {
    const std::string command = "chmod -R go= " + home.string();
    examination.bad(Said("doctor.open", {{"folder", home.string()}}), Said(command));
  }
}

}  // namespace

void look_at_machine(Examination& examination, const fs::path& home) {
  examination.good(Said("doctor.program", {{"file", own_program().string()}}));
  look_at_settings(examination);
  look_at_disk(examination, home);
  std::error_code problem;
  if (fs::is_directory(home, problem)) look_at_modes(examination, home);
}

void look_at_secrets(Examination& examination, const Secrets& secrets) {
  const std::string file = secrets.place();
  const Said told("doctor.passwords", {{"keyring", said_flag(file.empty())}, {"file", file}});
  const char* wish = std::getenv("GOODTURN_SECRETS");
  if ((wish != nullptr && std::string_view(wish) == "file") || secrets::service_answers())
    return examination.good(told);
  examination.hint(told, Said("doctor.no_keyring_do"));
}

}  // namespace goodturn::helper
