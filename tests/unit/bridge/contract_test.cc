#include "adapters/bridge/contract.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/unit/bridge/running_bridge.h"

namespace goodturn::bridge {
namespace {

using nlohmann::json;

Contract contract() { return Contract::read(test::contract_text()).value(); }

Result<json> parameters(const Contract& contract, const std::string& path, const std::string& query) {
  const auto route = contract.route("GET", path);
  if (!route) return fail(route.error());
  return contract.parameters(*route, query);
}

}  // namespace

TEST_CASE("every operation of the real contract is read, with its schemas") {
  const json document = json::parse(test::contract_text());
  std::set<std::string> expected;
  for (const auto& item : document["paths"])
    for (const auto& operation : item)
      if (operation.is_object()) expected.insert(operation["operationId"].get<std::string>());
  const Contract read = contract();
  std::set<std::string> found;
  for (const OperationRule& rule : read.operations()) found.insert(rule.id);
  CHECK(found == expected);
  for (const auto& [name, schema] : document["components"]["schemas"].items()) {
    INFO(name);
    // Compiles: a value that no schema takes is refused as a value, not as an unreadable schema.
    const auto checked = read.check(name, json(3));
    REQUIRE_FALSE(checked);
    CHECK(checked.error().what.find("cannot be read") == std::string::npos);
  }
  CHECK(read.check("NoSuchName", {}).error().kind == ErrorKind::not_found);
}

TEST_CASE("paths ask for the token that the contract names") {
  const Contract read = contract();
  CHECK(read.access("/api/v1/hello") == Access::open);
  CHECK(read.access("/api/v1/session") == Access::open);
  CHECK(read.access("/api/v1/status") == Access::app);
  CHECK(read.access("/follow-ups.ics") == Access::feed);
  CHECK(read.access("/nowhere") == Access::app);
  CHECK(read.access("/api/v1/hello/") == Access::app);
}

TEST_CASE("a path finds its operation, spelt-out segments first, and parameters decoded") {
  const Contract read = contract();
  CHECK(read.route("GET", "/api/v1/people/by-email")->rule->id == "findPersonByEmail");
  const auto person = read.route("GET", "/api/v1/people/urn%3Auuid%3A1%2F2");
  REQUIRE(person);
  CHECK(person->rule->id == "getPerson");
  CHECK(person->path_values.at("uid") == "urn:uuid:1/2");
  CHECK(read.route("POST", "/api/v1/people/tags")->rule->id == "tagPeople");
  CHECK(read.route("GET", "/api/v1/people/tags")->rule->id == "getPerson");
  CHECK(read.route("GET", "/api/v1/introductions/ideas")->rule->id == "listIntroductionIdeas");
  CHECK(read.route("GET", "/api/v1/people/").error().kind == ErrorKind::not_found);
  CHECK(read.route("GET", "/api/v1/people/a%00b").error().kind == ErrorKind::not_found);
  CHECK(read.route("GET", "/api/v1/people/a/b").error().kind == ErrorKind::not_found);
  CHECK(read.route("PUT", "/api/v1/sync").error().http_status == 405);
  CHECK(read.methods("/api/v1/sync").size() == std::string("GET, POST, DELETE").size());
}

TEST_CASE("parameters are typed, checked and completed") {
  const Contract read = contract();
  json expected = {{"limit", 100}, {"offset", 0}, {"unaware_of_goal", false}, {"without_friends", false}};
  CHECK(parameters(read, "/api/v1/people", "") == expected);
  expected["limit"] = 5;
  expected["query"] = "A b c";
  expected["without_friends"] = true;
  CHECK(parameters(read, "/api/v1/people", "limit=5&query=A%20b+c&without_friends=true") == expected);
  for (const char* query :
       {"limit=0", "limit=501", "limit=five", "limit=5x", "limit=", "offset=-1", "unknown=1",
        "unaware_of_goal=1", "limit=1&limit=2", "query=%zz", "limit=99999999999999999999"}) {
    INFO(query);
    const auto read_parameters = parameters(read, "/api/v1/people", query);
    REQUIRE_FALSE(read_parameters);
    CHECK(read_parameters.error().kind == ErrorKind::invalid);
  }
  CHECK_FALSE(parameters(read, "/api/v1/people", "query=" + std::string(201, 'a')));
  const auto filtered = parameters(read, "/api/v1/people", "role=sponsor&layer=15&silent_days=90");
  REQUIRE(filtered);
  CHECK((*filtered)["layer"] == 15);
  CHECK((*filtered)["silent_days"] == 90);
  for (const char* query : {"role=friend", "layer=7", "silent_days=-1"})
    CHECK_FALSE(parameters(read, "/api/v1/people", query));
  CHECK_FALSE(parameters(read, "/api/v1/people/by-email", ""));
  const auto account = read.route("DELETE", "/api/v1/accounts/12");
  CHECK(read.parameters(*account, "") == json{{"id", 12}});
  CHECK_FALSE(read.parameters(*read.route("DELETE", "/api/v1/accounts/twelve"), ""));
}

TEST_CASE("the feed's token is no parameter of its operation") {
  const Contract read = contract();
  CHECK(parameters(read, "/follow-ups.ics", "token=abc") == json::object());
}

TEST_CASE("a contract that cannot be read is an error") {
  for (const char* text : {"", "{", "{}", "[]", R"({"paths":{"/a":{"get":{}}},"components":{"schemas":{}}})"})
    CHECK(Contract::read(text).error().kind == ErrorKind::invalid);
}

}  // namespace goodturn::bridge
