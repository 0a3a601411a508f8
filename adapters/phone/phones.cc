#include "adapters/phone/phones.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <utility>

namespace goodturn::phone {
namespace {

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

/// "No region" of libphonenumber: only numbers with a country code can be read.
constexpr const char* unknown_region = "ZZ";
/// Numbers in cards are short; what is longer is something else in the wrong place.
constexpr std::size_t longest_number = 100;

PhoneNumberUtil& library() {
  static PhoneNumberUtil& made = []() -> PhoneNumberUtil& {
    PhoneNumberUtil* util = PhoneNumberUtil::GetInstance();
    // Its own logger writes to stdout, which belongs to our answers. The library takes ownership.
    util->SetLogger(new NullLogger());
    return *util;
  }();
  return made;
}

std::string upper(std::string_view region) {
  std::string text(region);
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

LibPhones::LibPhones(std::string home_region) : home_region_(upper(home_region)) {}

bool LibPhones::knows(std::string_view region) const {
  return region.size() == 2 && library().GetCountryCodeForRegion(std::string(region)) != 0;
}

std::string LibPhones::home_region() const { return knows(home_region_) ? home_region_ : std::string(); }

std::optional<std::string> LibPhones::normalised(std::string_view number, std::string_view region) const {
  if (number.size() > longest_number) return std::nullopt;
  const std::string place = region.empty() ? home_region_ : std::string(region);
  PhoneNumber read;
  const auto error = library().Parse(std::string(number), knows(place) ? place : unknown_region, &read);
  if (error != PhoneNumberUtil::NO_PARSING_ERROR) return std::nullopt;
  // "Possible" looks at the length alone: the tables of a stable Debian are older than the newest area codes.
  if (library().IsPossibleNumberWithReason(read) != PhoneNumberUtil::IS_POSSIBLE) return std::nullopt;
  std::string text;
  library().Format(read, PhoneNumberUtil::E164, &text);
  if (read.has_extension() && !read.extension().empty()) text += ";ext=" + read.extension();
  return text;
}

}  // namespace goodturn::phone
