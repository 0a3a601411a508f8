// The links between Thunderbird and the helper.
#include <unistd.h>

#include <cstdlib>
#include <sstream>

#include "adapters/system/file.h"
#include "adapters/system/home.h"
#include "helper/main/doctor_parts.h"
#include "helper/main/version.h"

namespace goodturn::helper {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view add_on = "goodturn@example.org";
constexpr std::size_t most_bytes = 64u << 20;  ///< of Thunderbird's list of add-ons

std::optional<Json> read_json(const fs::path& path) {
  std::error_code problem;
  const fs::path file = fs::canonical(path, problem);  // a package may lead there by a link
  const auto text = system::read_file(problem ? path : file, most_bytes);
  if (!text) return std::nullopt;
  Json json = Json::parse(*text, nullptr, false);
  return json.is_discarded() ? std::nullopt : std::optional(std::move(json));
}

std::string text_in(const Json& json, const char* key) {
  return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : "";
}

/// The manifest that Thunderbird takes: the user's own before the system's.
std::optional<fs::path> find_manifest(const fs::path& user) {
  const fs::path name = "native-messaging-hosts/goodturn_helper.json";
  std::error_code ignored;
  for (const fs::path& folder : {user / ".mozilla", fs::path("/usr/lib/mozilla"),
                                 fs::path("/usr/lib64/mozilla"), fs::path("/usr/share/mozilla")})
    if (fs::exists(folder / name, ignored)) return folder / name;
  return std::nullopt;
}

bool admits_add_on(const Json& manifest) {
  if (text_in(manifest, "name") != "goodturn_helper" || text_in(manifest, "type") != "stdio") return false;
  if (!manifest.contains("allowed_extensions") || !manifest["allowed_extensions"].is_array()) return false;
  for (const Json& one : manifest["allowed_extensions"])
    if (one.is_string() && one.get<std::string>() == add_on) return true;
  return false;
}

void look_at_manifest(Examination& examination, const fs::path& user) {
  const auto file = find_manifest(user);
  if (!file) return examination.bad(Said("doctor.unknown_helper"), Said("doctor.install_again"));
  const auto manifest = read_json(*file);
  if (!manifest || !admits_add_on(*manifest))
    return examination.bad(Said("doctor.manifest_bad", {{"file", file->string()}}),
                           Said("doctor.install_again"));
  const fs::path program = text_in(*manifest, "path");
  std::error_code ignored;
  if (!fs::is_regular_file(program, ignored) || ::access(program.c_str(), X_OK) != 0)
    return examination.bad(
        Said("doctor.manifest_nowhere", {{"program", program.string()}, {"file", file->string()}}),
        Said("doctor.install_again"));
  examination.good(Said("doctor.can_start"));
  if (!fs::equivalent(program, own_program(), ignored))
    examination.hint(Said("doctor.other_program", {{"program", program.string()}}),
                     Said("doctor.other_program_do"));
}

/// The folders of the profiles that `profiles` (Thunderbird's profiles.ini) names.
std::vector<fs::path> profiles_in(const fs::path& folder) {
  const auto text = system::read_file(folder / "profiles.ini");
  std::vector<fs::path> found;
  if (!text) return found;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.starts_with("Path="))
      found.push_back(folder / line.substr(5));  // an absolute one stays as it is
  }
  return found;
}

/// Thunderbird's own note about the add-on in a profile.
std::optional<Json> add_on_in(const fs::path& profile) {
  const auto list = read_json(profile / "extensions.json");
  if (!list || !list->is_object() || !list->contains("addons") || !(*list)["addons"].is_array())
    return std::nullopt;
  for (const Json& one : (*list)["addons"])
    if (text_in(one, "id") == add_on) return one;
  return std::nullopt;
}

void look_at_add_on(Examination& examination, const std::string& profile, const Json& found) {
  const std::string version = text_in(found, "version");
  const auto told = [&](const char* state) {
    return Said("doctor.addon",
                {{"state", state}, {"version", version}, {"profile", profile}, {"own", GOODTURN_VERSION}});
  };
  if (!found.contains("active") || found["active"] != Json(true))
    return examination.bad(told("off"), Said("doctor.addon_off_do"));
  if (version != GOODTURN_VERSION)
    return examination.hint(told("other_version"), Said("doctor.addon_version_do"));
  examination.good(told("good"));
}

void look_at_profiles(Examination& examination, const fs::path& user) {
  const auto profiles = profiles_in(user / ".thunderbird");
  bool installed = false;
  for (const fs::path& profile : profiles)
    if (const auto found = add_on_in(profile)) {
      installed = true;
      look_at_add_on(examination, profile.filename().string(), *found);
    }
  if (profiles.empty())
    examination.hint(Said("doctor.no_profile", {{"folder", (user / ".thunderbird").string()}}),
                     Said("doctor.no_profile_do"));
  else if (!installed)
    examination.bad(Said("doctor.no_addon"), Said("doctor.no_addon_do"));
}

/// Thunderbird in a box of its own may not start programs outside it.
void look_for_boxes(Examination& examination, const fs::path& user) {
  std::error_code ignored;
  for (const fs::path& folder : {user / ".var/app/org.mozilla.Thunderbird",
                                 user / ".var/app/org.mozilla.thunderbird", user / "snap/thunderbird"})
    if (fs::is_directory(folder, ignored))
      examination.hint(Said("doctor.boxed", {{"folder", folder.string()}}), Said("doctor.boxed_do"));
}

}  // namespace

void look_at_thunderbird(Examination& examination) {
  const auto user = system::user_folder();
  if (!user) return examination.bad(said_of(user.error()));
  look_at_manifest(examination, *user);
  look_at_profiles(examination, *user);
  look_for_boxes(examination, *user);
}

}  // namespace goodturn::helper
