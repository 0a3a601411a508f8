// Archives made by libzip itself, whole, cut short, locked and swollen.
#include "adapters/zip/zip_archives.h"

#include <zip.h>

#include <catch2/catch.hpp>
#include <map>

using goodturn::Archives;
using goodturn::ErrorKind;

namespace {

constexpr std::size_t plenty = 1U << 20U;
const auto all = [](std::string_view) { return true; };

/// A zip with these files; a password locks each of them.
std::string zipped(const std::map<std::string, std::string>& files, const char* password = nullptr) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  REQUIRE(archive != nullptr);
  for (const auto& [name, text] : files) {
    const auto place =
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0);
    REQUIRE(place >= 0);
    if (password != nullptr)
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(place), ZIP_EM_AES_256, password);
  }
  REQUIRE(zip_close(archive) == 0);
  zip_stat_t facts;
  zip_source_stat(target, &facts);
  std::string bytes(facts.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace

TEST_CASE("wanted files come out whole, others are not looked at") {
  const std::string bytes = zipped({{"a/one.vcf", "first"}, {"a/two.jpg", "second"}, {"empty.vcf", ""}});
  const auto files = goodturn::zip::ZipArchives().unpack(
      bytes, [](std::string_view name) { return name.ends_with(".vcf"); }, plenty);
  REQUIRE(files);
  REQUIRE(files->size() == 2);
  CHECK(files->at(0).name == "a/one.vcf");
  CHECK(files->at(0).bytes == "first");
  CHECK(files->at(1).bytes.empty());
  CHECK(goodturn::zip::ZipArchives().unpack(zipped({{"x", "y"}}), all, 1)->size() == 1);
}

TEST_CASE("more than asked for is refused, whatever the archive says of its size") {
  const goodturn::zip::ZipArchives archives;
  std::string bytes = zipped({{"bomb.csv", std::string(plenty, 'a')}});
  CHECK(bytes.size() < 5000);
  CHECK(archives.unpack(bytes, all, plenty)->front().bytes.size() == plenty);
  CHECK(archives.unpack(bytes, all, plenty - 1).error().kind == ErrorKind::invalid);
  CHECK(archives.unpack(zipped({{"a", "12345"}, {"b", "12345"}}), all, 9).error().kind == ErrorKind::invalid);
  // The size in the directory at the end, 24 bytes behind its mark, becomes a lie.
  const auto directory = bytes.rfind("PK\x01\x02");
  REQUIRE(directory != std::string::npos);
  for (std::size_t at = 24; at < 28; ++at) bytes[directory + at] = at == 24 ? '\1' : '\0';
  const auto lied = archives.unpack(bytes, all, 100);
  CHECK((!lied || lied->front().bytes.size() <= 100));
}

TEST_CASE("what is damaged, locked or no archive is an error and no crash") {
  const goodturn::zip::ZipArchives archives;
  const std::string whole = zipped({{"one.vcf", "BEGIN:VCARD and so on and so on"}, {"two.ics", "text"}});
  for (std::size_t size = 1; size < whole.size(); ++size) {
    const auto cut = archives.unpack(std::string_view(whole).substr(0, size), all, plenty);
    CHECK_FALSE(cut);
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    const auto read = archives.unpack(damaged, all, plenty);
    CHECK((read || read.error().kind == ErrorKind::parse));
  }
  CHECK(archives.unpack(zipped({{"one.vcf", "secret"}}, "password"), all, plenty).error().kind ==
        ErrorKind::parse);
}
