// Items that are larger than a server takes.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/interop_habits/odd_items.h"
#include "tests/interop_machines/machine.h"
#include "tests/interop_shapes/kept.h"
#include "tests/support/independent_reader.h"

using namespace goodturn;
using namespace goodturn::tests;

TEST_CASE("an item that is too large for radicale (413) is told and kept, and the others are sent",
          "[interop]") {
  ::setenv("LARGEST", "200000", 1);
  const auto server = ServerProcess::start("radicale");
  ::unsetenv("LARGEST");
  if (!server) return;
  Kept kept(*server, true, "limited");
  REQUIRE(taken(kept.put("small.vcf", good_card("small", "Small"))));
  Machine machine(server->url(), kept.name(), 1);
  machine.sync();
  std::vector<std::string> fitting{machine.texts().begin()->second};
  for (const std::size_t size : {300'000U, 3'000'000U}) {
    INFO(size);
    std::string large = good_card("large-" + std::to_string(size), "Large");
    large.insert(large.find("END:"), "NOTE:" + std::string(size, 'n') + "\r\n");
    const Href href = machine.add("large-" + std::to_string(size), large);
    const Href fine =
        machine.add("fine-" + std::to_string(size), good_card("fine-" + std::to_string(size), "Fine"));
    const auto report = machine.attempt();
    CHECK(report.sent == 1);
    const auto told = std::find_if(report.item_errors.begin(), report.item_errors.end(),
                                   [&](const sync::ItemError& one) { return one.href == href; });
    REQUIRE(told != report.item_errors.end());
    CHECK(told->error.kind == ErrorKind::invalid);
    CHECK(told->error.http_status == 413);
    CHECK(machine.texts().at(href.value) == large);
    CHECK(kept.send("GET", href.value, {}, {}).status == 404);
    CHECK(kept.send("GET", fine.value, {}, {}).status == 200);
    CHECK(moved(machine.attempt()) == 0);
    fitting.push_back(machine.texts().at(fine.value));
  }
  CHECK(read_independently(machine.book_url(), fitting, "vcf") != Reading::differs);
}
