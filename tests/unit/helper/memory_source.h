// A server in memory with conditional writes, and faults to order.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/ports.h"

namespace goodturn::helper {

/// Two collections, "book/" and "cal/", by href. Etags count up; every listing is complete unless asked for a
/// delta with the present token.
class MemoryServer {
 public:
  struct Stored {
    std::string text;
    int version = 0;
  };
  std::map<std::string, std::map<std::string, Stored>> collections{{"book/", {}}, {"cal/", {}}};
  std::map<std::string, sync::Components> holds{{"book/", {true, false, false, false}},
                                                {"cal/", {false, true, false, false}}};
  bool read_only = false;
  std::set<std::string> omitted;     ///< hrefs that listings leave out though they are there
  std::vector<std::string> refused;  ///< hrefs that listings name and that cannot be used
  int writes = 0;
  int listings = 0;
  /// Asked before each request with its name ("list", "fetch", "update" …); an Error is the answer.
  std::function<std::optional<Error>(const std::string&)> fault = [](const std::string&) {
    return std::nullopt;
  };
  /// Changes the text that a PUT stores, as some servers do.
  std::function<std::string(std::string)> rewrite = [](std::string text) { return text; };
  /// Called after a write was applied and before its answer is given; an Error loses the answer.
  std::function<std::optional<Error>()> lose_answer = [] { return std::nullopt; };

  void put(const std::string& collection, const std::string& href, const std::string& text);
  void remove(const std::string& collection, const std::string& href) { collections[collection].erase(href); }
  [[nodiscard]] const std::string& text(const std::string& collection, const std::string& href) {
    return collections[collection].at(href).text;
  }
  [[nodiscard]] std::unique_ptr<Source> source();

 private:
  friend class MemoryCollection;
  int versions_ = 0;
};

}  // namespace goodturn::helper
