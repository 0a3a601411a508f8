// Observed mail in the store: idempotent, without addresses, and really forgotten.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <tuple>

#include "tests/unit/store/sample.h"

using namespace goodturn;
using namespace sample;
using relations::MailAccount;
using relations::Observation;
using relations::ObservedMail;

namespace {

const Instant start = parse_instant("2026-01-01T00:00:00Z").value();

Instant after_hours(int hours) { return start + std::chrono::hours(hours); }

MailAccount account(const std::string& id, std::vector<std::string> folders) {
  MailAccount made{id, "Mail of " + id, {}, 0};
  for (const std::string& folder : folders)
    made.folders.push_back({folder, "Name of " + folder, std::nullopt});
  return made;
}

Observation mail(const std::string& id, std::vector<std::string> people, int hours,
                 Direction direction = Direction::in) {
  return {id, "", after_hours(hours), direction, people, static_cast<int>(people.size())};
}

using Row = std::tuple<std::uint64_t, std::uint64_t, Instant, Direction, int, bool>;

std::vector<Row> rows(store::SqliteStore& store) {
  std::vector<Row> all;
  must(store.each_observation([&](const ObservedMail& one) {
    all.emplace_back(one.message.value, one.person.value, one.at, one.direction, one.recipients, one.reply);
  }));
  return all;
}

std::size_t kept_with(store::SqliteStore& store, const std::string& address) {
  const auto mark_of = must(store.mark_of());
  const auto all = rows(store);
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [&](const Row& row) { return std::get<1>(row) == mark_of(address).value; }));
}

void watch(store::SqliteStore& store, std::vector<MailAccount> accounts) { must(store.watch_mail(accounts)); }

std::string bytes_of(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(file), {});
  }
  return all;
}

}  // namespace

TEST_CASE("observations come back as they were put in, and a second time they are known") {
  Folder folder;
  auto store = open(folder);
  watch(*store, {account("a1", {"in"})});
  Observation reply = mail("m2", {"ada@example.org", "ben@example.org"}, 2, Direction::out);
  reply.thread = "m1";
  const std::vector observations = {mail("m1", {"ada@example.org"}, 1), reply};
  const Observed first = must(store->observe("a1", observations));
  CHECK(first.fresh == 2);
  CHECK(first.known == 0);
  const auto all = rows(*store);
  REQUIRE(all.size() == 3);
  CHECK(kept_with(*store, "ada@example.org") == 2);
  CHECK(kept_with(*store, "ben@example.org") == 1);
  CHECK(std::count_if(all.begin(), all.end(), [](const Row& row) { return std::get<5>(row); }) == 2);
  const Observed second = must(store->observe("a1", observations));
  CHECK(second.fresh == 0);
  CHECK(second.known == 2);
  CHECK(rows(*store) == all);
  CHECK(must(store->mail_accounts()).front().messages == 2);
  CHECK(store->observe("a9", observations).error().kind == ErrorKind::not_found);
}

TEST_CASE("any order, batches and repetitions of the same messages give the same rows") {
  const char* given = std::getenv("GOODTURN_SEED");
  const unsigned seed =
      given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
  std::cout << "observations: GOODTURN_SEED=" << seed << "\n";
  INFO("GOODTURN_SEED=" << seed);
  std::mt19937 dice(seed);
  const auto below = [&](unsigned limit) { return static_cast<unsigned>(dice() % limit); };
  for (int round = 0; round < 10; ++round) {
    // Copies of one message that differ are among them: a sent one with Bcc and one that came back.
    std::vector<std::pair<std::string, Observation>> messages;
    for (int i = 0; i < 60; ++i) {
      std::vector<std::string> people;
      for (unsigned n = 1 + below(3); n > 0; --n)
        people.push_back("p" + std::to_string(10 * n + below(5)) + "@example.org");
      Observation one = mail("m" + std::to_string(below(40)), people, static_cast<int>(below(5000)),
                             below(2) == 0 ? Direction::in : Direction::out);
      if (below(2) == 0) one.thread = "m" + std::to_string(below(40));
      messages.emplace_back(below(2) == 0 ? "a1" : "a2", one);
    }
    Folder folder;
    auto store = open(folder);
    watch(*store, {account("a1", {"in"}), account("a2", {"in"})});
    const auto fill = [&] {
      for (std::size_t at = 0; at < messages.size();) {
        const std::size_t end = std::min(messages.size(), at + 1 + below(20));
        std::map<std::string, std::vector<Observation>> batches;
        for (; at < end; ++at) batches[messages[at].first].push_back(messages[at].second);
        for (const auto& [id, batch] : batches) must(store->observe(id, batch));
      }
    };
    fill();
    const auto once = rows(*store);
    fill();
    CHECK(rows(*store) == once);
    // The salt stays, so that the marks can be compared.
    must(store->transact([&]() -> Result<void> {
      for (const char* id : {"a1", "a2"})
        if (auto gone = store->forget_mail_account(id); !gone) return fail(gone.error());
      return {};
    }));
    CHECK(rows(*store).empty());
    watch(*store, {account("a1", {"in"}), account("a2", {"in"})});
    std::shuffle(messages.begin(), messages.end(), dice);
    fill();
    CHECK(rows(*store) == once);
  }
}

TEST_CASE("a message of two accounts is visited once, and stays when one of them is forgotten") {
  Folder folder;
  auto store = open(folder);
  watch(*store, {account("a1", {"in"}), account("a2", {"in"})});
  const std::vector one = {mail("m1", {"ada@example.org"}, 1)};
  must(store->observe("a1", one));
  CHECK(must(store->observe("a2", one)).fresh == 1);
  CHECK(rows(*store).size() == 1);
  CHECK(must(store->forget_mail_account("a1")) == 1);
  CHECK(rows(*store).size() == 1);
  const auto left = must(store->mail_accounts());
  REQUIRE(left.size() == 1);
  CHECK(left.front().id == "a2");
  CHECK(store->forget_mail_account("a1").error().kind == ErrorKind::not_found);
}

TEST_CASE("a forgotten address does not come back with old mail, but with new") {
  Folder folder;
  auto store = open(folder);
  watch(*store, {account("a1", {"in"})});
  const std::vector observations = {mail("m1", {"ada@example.org"}, 1),
                                    mail("m2", {"ada@example.org", "ben@example.org"}, 2, Direction::out)};
  must(store->observe("a1", observations));
  CHECK(must(store->forget_address("ada@example.org", after_hours(10))) == 2);
  CHECK(kept_with(*store, "ada@example.org") == 0);
  CHECK(kept_with(*store, "ben@example.org") == 1);
  const Observed again = must(store->observe("a1", observations));
  CHECK(again.forgotten == 1);
  CHECK(again.known == 1);
  CHECK(kept_with(*store, "ada@example.org") == 0);
  CHECK(must(store->observe("a1", std::vector{mail("m3", {"ada@example.org"}, 11)})).fresh == 1);
  CHECK(kept_with(*store, "ada@example.org") == 1);
}

TEST_CASE("the choice of folders keeps how far those that stay were read") {
  Folder folder;
  auto store = open(folder);
  watch(*store, {account("a1", {"in", "sent"}), account("a2", {"in"})});
  must(store->mark_read("a1", "in", {after_hours(0), after_hours(5)}));
  must(store->mark_read("a1", "in", {after_hours(4), after_hours(9)}));
  must(store->mark_read("a1", "elsewhere", {after_hours(0), after_hours(5)}));
  must(store->observe("a2", std::vector{mail("m1", {"ada@example.org"}, 1)}));
  watch(*store, {account("a1", {"in"})});
  auto accounts = must(store->mail_accounts());
  REQUIRE(accounts.size() == 2);
  REQUIRE(accounts[0].folders.size() == 1);
  CHECK(accounts[0].folders[0].read == relations::ReadSpan{after_hours(0), after_hours(9)});
  CHECK(accounts[1].folders.empty());
  CHECK(accounts[1].messages == 1);
  watch(*store, {});
  accounts = must(store->mail_accounts());
  REQUIRE(accounts.size() == 1);  // one of which something is kept
  CHECK(accounts[0].id == "a2");
}

TEST_CASE("neither addresses nor Message-IDs stand in the files, and forgetting all changes the marks") {
  Folder folder;
  auto store = open(folder);
  watch(*store, {account("a1", {"in"})});
  Observation one = mail("canary-message@example.org", {"canary-person@example.org"}, 1);
  one.thread = "canary-thread@example.org";
  must(store->observe("a1", std::vector{one}));
  must(store->forget_address("canary-other@example.org", after_hours(1)));
  const auto before = must(store->mark_of())("canary-person@example.org");
  CHECK(bytes_of(folder.path()).find("canary") == std::string::npos);
  CHECK(bytes_of(folder.path()).find("Mail of a1") != std::string::npos);  // the search works
  CHECK(must(store->forget_all_mail()) == 1);
  CHECK(rows(*store).empty());
  CHECK(must(store->mail_accounts()).empty());
  CHECK(must(store->mark_of())("canary-person@example.org") != before);
  watch(*store, {account("a1", {"in"})});
  CHECK(must(store->observe("a1", std::vector{mail("m1", {"canary-other@example.org"}, 0)})).fresh == 1);
}
