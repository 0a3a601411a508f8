#include "adapters/system/zone.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace goodturn::system {
namespace {

constexpr const char* zone_files = "/usr/share/zoneinfo/";

bool is_zone_name(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find("..") != std::string::npos) return false;
  std::error_code error;
  return std::filesystem::is_regular_file(std::string(zone_files) + name, error);
}

/// The part of a path below …/zoneinfo/, or nothing.
std::string below_zone_files(const std::string& path) {
  const std::string folder = "zoneinfo/";
  const auto at = path.rfind(folder);
  return at == std::string::npos ? std::string() : path.substr(at + folder.size());
}

std::string from_variable() {
  const char* value = std::getenv("TZ");
  if (value == nullptr) return {};
  std::string name = value;
  if (!name.empty() && name.front() == ':') name.erase(0, 1);
  return name.empty() || name.front() != '/' ? name : below_zone_files(name);
}

}  // namespace

std::string local_zone() {
  if (std::string name = from_variable(); is_zone_name(name)) return name;
  std::error_code error;
  const auto link = std::filesystem::read_symlink("/etc/localtime", error);
  if (std::string name = below_zone_files(link.string()); is_zone_name(name)) return name;
  std::ifstream file("/etc/timezone");
  if (std::string name; std::getline(file, name) && is_zone_name(name)) return name;
  return "UTC";
}

}  // namespace goodturn::system
