#include "helper/words/words.h"

#include <unicode/dtptngen.h>
#include <unicode/listformatter.h>
#include <unicode/msgfmt.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

#include "helper/words/messages.h"

namespace goodturn::helper {
namespace {

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

/// How a language writes days. Worked out once, and only where a day is said: the generator of patterns takes
/// milliseconds and megabytes.
struct DayPatterns {
  icu::UnicodeString day, day_with_year;

  explicit DayPatterns(const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    if (U_FAILURE(status)) return;
    day = patterns->getBestPattern(u"MMMMd", status);
    day_with_year = patterns->getBestPattern(u"yMMMMd", status);
  }
};

struct Tongue {
  Language language;
  icu::Locale locale;

  [[nodiscard]] const DayPatterns& days() const {
    if (language == Language::de) {
      static const DayPatterns german(icu::Locale::getGermany());
      return german;
    }
    static const DayPatterns english(icu::Locale::getUK());
    return english;
  }
};

/// English days are written as the rest of the texts are: "30 October".
const Tongue& tongue_of(Language language) {
  static const Tongue english{Language::en, icu::Locale::getUK()};
  static const Tongue german{Language::de, icu::Locale::getGermany()};
  return language == Language::de ? german : english;
}

icu::UnicodeString day_words(const SaidDay& said, const Tongue& tongue) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString words;
  const DayPatterns& days = tongue.days();
  icu::SimpleDateFormat format(said.with_year ? days.day_with_year : days.day, tongue.locale, status);
  if (U_FAILURE(status)) return words;
  format.setTimeZone(*icu::TimeZone::getGMT());
  const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(said.day.time_since_epoch());
  return format.format(static_cast<UDate>(since.count()), words);
}

icu::UnicodeString list_words(const std::vector<std::string>& list, const Tongue& tongue) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::ListFormatter> format(icu::ListFormatter::createInstance(tongue.locale, status));
  std::vector<icu::UnicodeString> items;
  for (const std::string& item : list) items.push_back(wide(item));
  icu::UnicodeString words;
  if (U_SUCCESS(status)) format->format(items.data(), static_cast<std::int32_t>(items.size()), words, status);
  return words;
}

icu::Formattable value_of(const SaidValue& value, const Tongue& tongue, Language language) {
  if (const auto* sentences = std::get_if<std::vector<Said>>(&value))
    return {wide(in_sentences(*sentences, language))};
  if (const auto* number = std::get_if<std::int64_t>(&value)) return {*number};
  if (const auto* day = std::get_if<SaidDay>(&value)) return {day_words(*day, tongue)};
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return {list_words(*list, tongue)};
  return {wide(std::get<std::string>(value))};
}

/// Empty for an unknown key.
std::string_view pattern_of(std::string_view key, Language language) {
  const auto found =
      std::lower_bound(messages.begin(), messages.end(), key,
                       [](const Message& one, std::string_view wanted) { return one.key < wanted; });
  if (found == messages.end() || found->key != key) return {};
  return language == Language::de ? found->de : found->en;
}

/// Patterns that were read, of one language. ICU's formats remember things while they are used, so each
/// thread has its own.
class Formats {
 public:
  /// A report says the same few sentences thousands of times. What it gives holds until the next call.
  const icu::MessageFormat* find(std::string_view pattern, const Tongue& tongue) {
    if (const auto known = formats_.find(pattern); known != formats_.end()) return known->second.get();
    UErrorCode status = U_ZERO_ERROR;
    auto format = std::make_unique<icu::MessageFormat>(wide(pattern), tongue.locale, status);
    if (U_FAILURE(status)) return nullptr;
    if (formats_.size() >= most_kept) formats_.clear();
    return formats_.emplace(pattern, std::move(format)).first->second.get();
  }

 private:
  static constexpr std::size_t most_kept = 64;
  std::map<std::string, std::unique_ptr<icu::MessageFormat>, std::less<>> formats_;
};

Formats& formats_of(Language language) {
  static thread_local Formats english, german;
  return language == Language::de ? german : english;
}

bool has_places(std::string_view pattern) { return pattern.find_first_of("{'") != std::string_view::npos; }

}  // namespace

std::string in_words(const Said& said, Language language) {
  const Tongue& tongue = tongue_of(language);
  std::string_view pattern = pattern_of(said.key, language);
  if (pattern.empty()) {
    // What another program said, or a sentence that exists in English only.
    if (said.arguments.empty()) return said.key;
    pattern = said.key;
  }
  if (said.arguments.empty() && !has_places(pattern)) return std::string(pattern);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const SaidArgument& argument : said.arguments) {
    names.push_back(wide(argument.name));
    values.push_back(value_of(argument.value, tongue, language));
  }
  const icu::MessageFormat* format = formats_of(language).find(pattern, tongue);
  if (format == nullptr) return said.key;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString words;
  format->format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), words, status);
  if (U_FAILURE(status)) return said.key;
  std::string text;
  return words.toUTF8String(text);
}

std::string in_words(const Error& error, Language language) { return in_words(said_of(error), language); }

std::string in_sentences(std::span<const Said> said, Language language) {
  std::string text;
  for (const Said& one : said) text.append(text.empty() ? "" : " ").append(in_words(one, language));
  return text;
}

std::vector<std::string> in_words(std::span<const Said> said, Language language) {
  std::vector<std::string> texts;
  for (const Said& one : said) texts.push_back(in_words(one, language));
  return texts;
}

}  // namespace goodturn::helper
