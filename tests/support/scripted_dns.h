// A name server on loopback that answers from a list.
#pragma once

#include <netinet/in.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace goodturn::tests {

/// Answers UDP queries with the records of "TYPE name" ("SRV _caldavs._tcp.example.invalid", lower case);
/// every other name does not exist.
class ScriptedDns {
 public:
  /// The wire bytes of each record's content (srv_record, txt_record).
  using Records = std::map<std::string, std::vector<std::string>>;

  explicit ScriptedDns(Records records);
  ~ScriptedDns();
  ScriptedDns(const ScriptedDns&) = delete;
  ScriptedDns& operator=(const ScriptedDns&) = delete;

  [[nodiscard]] sockaddr_in address() const;
  /// Every query so far, as "TYPE name".
  [[nodiscard]] std::vector<std::string> asked() const;

 private:
  struct Socket;
  std::unique_ptr<Socket> socket_;
};

[[nodiscard]] std::string srv_record(int port, const std::string& host);
[[nodiscard]] std::string txt_record(const std::vector<std::string>& texts);

}  // namespace goodturn::tests
