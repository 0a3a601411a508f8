// Reading message files; the check of ranking.md 3.4 where the public set is present.
#include "tests/bench/ranking/messages.h"

#include <zlib.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <numeric>

#include "core/relations/cadence.h"
#include "tests/bench/ranking/ego.h"
#include "tests/support/test_folder.h"

using namespace goodturn;
using namespace goodturn::bench;

namespace {

const std::string heading = "sender,recipient,unix_seconds\n";

std::string written(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

std::string zipped(const std::filesystem::path& path, const std::string& text) {
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
  gzclose(file);
  return path.string();
}

}  // namespace

TEST_CASE("Gzip and plain files read alike, in order of time, without messages to oneself") {
  const tests::TestFolder folder;
  const std::string lines = heading + "b,a,200\na,b,100\r\na,a,150\na,c,300\n";
  const auto plain = read_messages(written(folder.path() / "phone-calls.csv", lines));
  const auto packed = read_messages(zipped(folder.path() / "phone-calls.csv.gz", lines));
  REQUIRE(plain);
  REQUIRE(packed);
  CHECK(plain->name == "phone-calls");
  CHECK(plain->channel == Channel::call);
  CHECK(plain->people == packed->people);
  REQUIRE(packed->messages.size() == 3);
  CHECK(packed->people[static_cast<std::size_t>(packed->messages[0].sender)] == "a");
  CHECK(packed->messages[0].at == Instant(std::chrono::seconds(100)));
  CHECK(packed->messages[1].at == Instant(std::chrono::seconds(200)));
}

TEST_CASE("What is no message file is refused with its line") {
  const tests::TestFolder folder;
  CHECK(read_messages((folder.path() / "none.csv.gz").string()).error().kind == ErrorKind::storage);
  for (const std::string bad : {"a,b\n", "a,b,12x\n", ",b,12\n", "a,b,12,13\n", "\n"}) {
    const auto read = read_messages(written(folder.path() / "bad.csv", heading + "a,b,1\n" + bad));
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::parse);
    CHECK(read.error().what.find("Line 3") != std::string::npos);
  }
}

TEST_CASE("A gzip file that was cut short is not taken for a short one") {
  const tests::TestFolder folder;
  std::string lines = heading;
  for (int i = 0; i < 5000; ++i)
    lines += std::to_string(i * 7919 % 613) + ",x," + std::to_string(i * i) + "\n";
  const std::string path = zipped(folder.path() / "cut.csv.gz", lines);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  CHECK_FALSE(read_messages(path));
}

TEST_CASE("Egos are read one a line") {
  const tests::TestFolder folder;
  const auto egos = read_egos(written(folder.path() / "egos.txt", "7\r\n\n12 \n9"));
  REQUIRE(egos);
  CHECK(*egos == std::vector<std::string>{"7", "12", "9"});
  CHECK_FALSE(read_egos((folder.path() / "none.txt").string()));
}

TEST_CASE("Only people with 200 touches and ten ties are evaluated") {
  MessageSet set;
  for (int i = 0; i < 14; ++i) set.people.push_back(std::to_string(i));
  const auto write = [&](std::int32_t from, std::int32_t to, int count) {
    for (int i = 0; i < count; ++i) set.messages.push_back({from, to, Instant(std::chrono::seconds(i))});
  };
  for (std::int32_t other = 2; other < 12; ++other) write(0, other, 20);  // 200 touches, 10 ties
  write(1, 12, 300);                                                      // one tie
  CHECK(EgoBook(set).chosen() == std::vector<std::int32_t>{0});
  set.egos = {"1"};
  CHECK(EgoBook(set).chosen().empty());
  set.egos.clear();
  set.messages.erase(set.messages.begin());
  CHECK(EgoBook(set).chosen().empty());
}

TEST_CASE("An ego of the phone calls has the touches that were counted by hand") {
  const std::filesystem::path file = "../shared/data/touches/reality-calls.csv.gz";
  if (!std::filesystem::exists(file)) {
    WARN("skipped: " << file.string() << " is not here");
    return;
  }
  const auto set = read_messages(file.string());
  REQUIRE(set);
  const auto person = std::find(set->people.begin(), set->people.end(), "20") - set->people.begin();
  const Ego ego = EgoBook(*set).ego(static_cast<std::int32_t>(person));
  std::size_t touches = 0;
  for (const Tie& tie : ego.ties) touches += tie.touches.size();
  CHECK(touches == 4674);
  const auto check = [&](const char* name, std::size_t count, long out, std::size_t days, double median,
                         double mean, int longest) {
    const auto tie =
        std::find_if(ego.ties.begin(), ego.ties.end(), [&](const Tie& t) { return t.name == name; });
    REQUIRE(tie != ego.ties.end());
    CHECK(tie->touches.size() == count);
    CHECK(std::count_if(tie->touches.begin(), tie->touches.end(),
                        [](const auto& touch) { return touch.direction == Direction::out; }) == out);
    CHECK(tie->days.size() == days);
    const std::vector<int> gaps = relations::gaps_of(tie->days);
    CHECK(relations::median(gaps) == median);
    CHECK(std::accumulate(gaps.begin(), gaps.end(), 0.0) / static_cast<double>(gaps.size()) ==
          Approx(mean).margin(1e-4));
    CHECK(*std::max_element(gaps.begin(), gaps.end()) == longest);
  };
  check("26", 206, 128, 83, 2, 3.414634, 27);
  check("2275", 523, 523, 220, 1, 1.3379, 11);
}
