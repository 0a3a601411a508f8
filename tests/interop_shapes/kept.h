// A collection on a real server as the server itself keeps it: filled and read by plain requests.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "adapters/http/client.h"
#include "tests/support/server_process.h"
#include "tests/support/shapes/shapes.h"

namespace goodturn::tests {

class Kept {
 public:
  /// Makes an empty address book or calendar of that display name. Throws std::runtime_error.
  Kept(const ServerProcess& server, bool cards, const std::string& name = "shapes");

  /// Puts every shape under a name of its own; gives those that the server refused, with the status.
  std::vector<std::pair<Shape, int>> fill(const std::vector<Shape>& shapes);
  /// Puts a text under a name; gives the status, where the answer is a 207 the one inside it.
  int put(const std::string& name, const std::string& text);
  /// What stands under that name; empty where nothing does.
  [[nodiscard]] std::string text_of(const std::string& name);
  [[nodiscard]] std::string href_of(const std::string& name) const { return path_ + name; }
  /// One request of alice to a path of the server.
  http::Response send(const std::string& method, const std::string& path, http::Headers headers,
                      std::string body);
  /// href → text as GET gives it.
  [[nodiscard]] std::map<std::string, std::string> texts();
  /// The display name.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  [[nodiscard]] http::Headers type() const;

  http::Url root_;
  bool cards_;
  std::string path_;
  std::string name_;
  std::vector<std::pair<std::string, bool>> hrefs_;  ///< and whether it is a vCard 4.0
};

}  // namespace goodturn::tests
