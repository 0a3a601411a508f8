// vdirsyncer as an independent reader of what a real server holds.
#pragma once

#include <string>
#include <vector>

namespace goodturn::tests {

enum class Reading {
  equal,
  differs,       ///< what differs is on stderr, and the words of a program that failed
  not_installed  ///< where skipping is allowed (tools/install_packages names the packages)
};

/// Whether vdirsyncer, which fetches the collection at `url` as alice, has the same items as `texts`.
/// `ending`: "vcf" or "ics". Takes about two seconds. Tests are run from the source folder.
[[nodiscard]] Reading read_independently(const std::string& url, const std::vector<std::string>& texts,
                                         const std::string& ending);

}  // namespace goodturn::tests
