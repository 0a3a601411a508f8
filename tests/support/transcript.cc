#include "tests/support/transcript.h"

#include <sstream>
#include <stdexcept>

namespace goodturn::tests {
namespace {

bool take_prefix(std::string& line, const std::string& prefix) {
  if (!line.starts_with(prefix)) return false;
  line.erase(0, prefix.size());
  return true;
}

std::vector<Exchange> read_exchanges(const std::string& text) {
  std::vector<Exchange> all;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (take_prefix(line, "S: ")) {
      all.back().server.push_back(line);
    } else if (!take_prefix(line, "C: ")) {
      throw std::runtime_error("not a line of a conversation: " + line);
    } else if (all.empty() || !all.back().server.empty()) {
      const auto space = line.find(' ');
      all.push_back({line.substr(0, space), line.substr(space + 1), {}, {}});
    } else {
      all.back().client.push_back(line);
    }
  }
  return all;
}

/// What is wrong with a request; empty where nothing is.
std::string flaw_of(const Asked& asked, std::string line) {
  if (take_prefix(line, "| "))
    return asked.body.find(line) == std::string::npos ? "no body with " + line : "";
  if (take_prefix(line, "!| "))
    return asked.body.find(line) != std::string::npos ? "a body with " + line : "";
  if (line.ends_with('!')) {
    line.pop_back();
    return asked.header(line).empty() ? "" : "a header " + line;
  }
  const auto colon = line.find(": ");
  const std::string found = asked.header(line.substr(0, colon));
  return found == line.substr(colon + 2) ? "" : "'" + found + "' instead of " + line;
}

std::string element(const std::string& href, const std::string& inside) {
  return "<D:response><D:href>" + href + "</D:href>" + inside + "</D:response>";
}

std::string status_element(const std::string& href, const std::string& status) {
  return element(href, "<D:status>HTTP/1.1 " + status + " Played</D:status>");
}

/// "a.ics "1" BEGIN:…" as a response element with both kinds of text property.
std::string item_element(const std::string& target, const std::string& words) {
  std::istringstream parts(words);
  std::string name;
  std::string etag;
  std::string text;
  parts >> name >> etag;
  std::getline(parts >> std::ws, text);
  const std::string href = name.find('/') == std::string::npos ? target + name : name;
  std::string properties = etag == "-" ? "" : "<D:getetag>" + etag + "</D:getetag>";
  if (!text.empty())
    properties +=
        "<C:calendar-data>" + text + "</C:calendar-data><K:address-data>" + text + "</K:address-data>";
  return element(href, "<D:propstat><D:prop>" + properties +
                           "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>");
}

/// One line of a multistatus as XML; empty where the line is none.
std::string xml_of(const std::string& target, std::string line) {
  if (take_prefix(line, "item ")) return item_element(target, line);
  if (take_prefix(line, "gone ")) return status_element(target + line, "404");
  if (line == "more") return status_element(target, "507");
  if (take_prefix(line, "token ")) return "<D:sync-token>" + line + "</D:sync-token>";
  if (!take_prefix(line, "status ")) return {};
  const auto space = line.rfind(' ');
  return status_element(target + line.substr(0, space), line.substr(space + 1));
}

std::string with_line_ends(std::string text) {
  for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at + 2))
    text.replace(at, 2, "\r\n");
  return text;
}

struct Played {
  std::string status;
  std::string headers;
  std::string body;
  bool chunked = false;
  bool broken = false;
};

Played played(const Exchange& exchange) {
  Played answer;
  std::string responses;
  bool is_list = exchange.server.front() == "207";
  answer.status = exchange.server.front();
  for (std::size_t i = 1; i < exchange.server.size(); ++i) {
    std::string line = exchange.server[i];
    if (const std::string xml = xml_of(exchange.target, line); !xml.empty()) {
      responses += xml;
    } else if (take_prefix(line, "| ")) {
      answer.body += line;
      is_list = false;
    } else if (line == "close") {
      answer.broken = true;
    } else {
      answer.chunked = answer.chunked || line == "Transfer-Encoding: chunked";
      answer.headers += line + "\r\n";
    }
  }
  if (is_list)
    answer.body =
        "<D:multistatus xmlns:D=\"DAV:\" xmlns:K=\"urn:ietf:params:xml:ns:carddav\" "
        "xmlns:C=\"urn:ietf:params:xml:ns:caldav\">" +
        responses + "</D:multistatus>";
  answer.body = with_line_ends(answer.body);
  return answer;
}

std::string in_chunks(const std::string& body) {
  constexpr std::size_t size = 7;
  std::ostringstream chunks;
  for (std::size_t at = 0; at < body.size(); at += size) {
    const std::string chunk = body.substr(at, size);
    chunks << std::hex << chunk.size() << "\r\n" << chunk << "\r\n";
  }
  chunks << "0\r\n\r\n";
  return chunks.str();
}

std::string bytes_of(const Played& answer) {
  std::string head = "HTTP/1.1 " + answer.status + " Played\r\nConnection: close\r\n" + answer.headers;
  if (answer.chunked) return head + "\r\n" + in_chunks(answer.body);
  head += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n\r\n";
  return head + (answer.broken ? answer.body.substr(0, answer.body.size() / 2) : answer.body);
}

}  // namespace

Transcript::Transcript(const std::string& text) : exchanges_(read_exchanges(text)) {
  server_ = std::make_unique<ScriptedServer>(
      [this](const Asked& asked, const Writer& write) { play(asked, write); });
}

void Transcript::play(const Asked& asked, const Writer& write) {
  const std::lock_guard guard(lock_);
  const std::string what = asked.method + " " + asked.target;
  if (next_ == exchanges_.size()) {
    complaints_ += "not expected: " + what + "\n";
    write(answer(500, ""));
    return;
  }
  const Exchange& exchange = exchanges_[next_++];
  if (what != exchange.method + " " + exchange.target)
    complaints_ += what + " instead of " + exchange.method + " " + exchange.target + "\n";
  for (const std::string& line : exchange.client)
    if (const std::string flaw = flaw_of(asked, line); !flaw.empty())
      complaints_ += what + ": " + flaw + "\n";
  write(bytes_of(played(exchange)));
}

std::string Transcript::complaints() const {
  const std::lock_guard guard(lock_);
  std::string all = complaints_;
  for (std::size_t i = next_; i < exchanges_.size(); ++i)
    all += "not asked: " + exchanges_[i].method + " " + exchanges_[i].target + "\n";
  return all;
}

}  // namespace goodturn::tests
