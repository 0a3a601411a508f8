#include "helper/sample/sample.h"

#include <fstream>

#include "helper/sample/items.h"

namespace goodturn::sample {
namespace {

Result<void> write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) return fail(ErrorKind::storage, "The sample file cannot be written.", path);
  return {};
}

Result<void> write_folder(const std::filesystem::path& folder, const char* name, const char* color,
                          const std::vector<File>& files) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return fail(ErrorKind::storage,
                Said("The sample folder cannot be made: {reason}", {{"reason", error.message()}}), folder);
  if (auto written = write(folder / "displayname", name); !written) return written;
  if (auto written = write(folder / "color", color); !written) return written;
  for (const File& file : files)
    if (auto written = write(folder / file.name, file.text); !written) return written;
  return {};
}

}  // namespace

Result<void> write_sample(const std::filesystem::path& folder, Day today) {
  if (auto written = write_folder(folder / "contacts", "Contacts", "#5b7fa6", cards(today)); !written)
    return written;
  if (auto written = write_folder(folder / "meetings", "Meetings", "#6a9a5b", meetings(today)); !written)
    return written;
  std::vector<File> records = journals(today);
  for (File& file : profile_files(today)) records.push_back(std::move(file));
  return write_folder(folder / "journal", "Journal", "#a6855b", records);
}

}  // namespace goodturn::sample
