#include "tests/unit/bridge/running_bridge.h"

#include <sys/random.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace goodturn::bridge::test {

std::string SystemRandom::bytes(std::size_t count) {
  std::string text(count, '\0');
  if (::getrandom(text.data(), count, 0) != static_cast<ssize_t>(count)) std::abort();
  return text;
}

Folder::Folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "goodturn-bridge-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

std::string contract_text() {
  std::ifstream file("schemas/openapi.json");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

RunningBridge::RunningBridge(Limits limits, Assets assets) {
  tokens = Tokens::open(folder.path() / "tokens.json", random, clock).value();
  token = tokens->issue("thunderbird", Scope::app).value();
  feed_token = tokens->issue("feed", Scope::feed).value();
  bridge = start(0, counting_routes(), std::move(assets), limits).value();
}

Routes RunningBridge::counting_routes() {
  const std::set<std::string> own = {"hello", "openSession", "makePageCode", "streamEvents", "getOpenApi"};
  Routes routes;
  const auto contract = nlohmann::json::parse(contract_text());
  for (const auto& item : contract["paths"])
    for (const auto& operation : item) {
      if (!operation.is_object() || !operation.contains("operationId")) continue;
      const std::string id = operation["operationId"];
      if (own.contains(id)) continue;
      routes[id] = [this, id](const Request& request) -> Result<Response> {
        ++reached;
        const std::lock_guard guard(mutex);
        last_ = {id, request};
        return Response{200, {{"reached", id}}, {}, {}, {}};
      };
    }
  return routes;
}

Result<std::unique_ptr<Bridge>> RunningBridge::start(std::uint16_t port, Routes routes, Assets assets,
                                                     Limits limits) {
  return Bridge::start({port, *tokens, random, clock, contract_text(), "0.1.0", std::move(assets), limits},
                       std::move(routes));
}

Reached RunningBridge::last() {
  const std::lock_guard guard(mutex);
  return last_;
}

Answer RunningBridge::ask(std::string_view method, std::string_view target, std::string_view body) {
  return say(port(), letter(port(), method, target, token, body).bytes());
}

}  // namespace goodturn::bridge::test
