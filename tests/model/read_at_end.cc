#include "tests/model/read_at_end.h"

#include <iostream>

#include "tests/support/independent_reader.h"

namespace goodturn::model {

std::optional<std::string> read_otherwise(const std::string& url, Holds holds,
                                          const std::map<std::string, std::string>& items) {
  std::vector<std::string> texts;
  std::set<std::string> uids;
  for (const auto& [href, text] : items) {
    texts.push_back(text);
    uids.insert(uid_in(text));
  }
  if (uids.size() != items.size()) {
    std::cout << "not read by vdirsyncer: a UID is there twice\n";
    return std::nullopt;
  }
  const char* ending = holds == Holds::cards ? "vcf" : "ics";
  if (tests::read_independently(url, texts, ending) != tests::Reading::differs) return std::nullopt;
  return "vdirsyncer reads something else";
}

}  // namespace goodturn::model
