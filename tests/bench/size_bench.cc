// Whether a sync after a few changes costs by the changes or by the size of the address book: the real store
// and engine, a server in memory whose own time is nothing, 1,000 against 100,000 cards. Ends with 1 where
// the processor's time misses its bar.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "helper/accounts/accounts.h"
#include "helper/items/items.h"
#include "tests/bench/must.h"
#include "tests/bench/timing.h"
#include "tests/faults/desk.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

using bench::must;

constexpr int changes = 10;
constexpr int rounds = 15;
constexpr double bar = 1.2;  // times the processor's time with 1,000

std::string text_of(int number, int version) {
  return card("person-" + std::to_string(number), "EMAIL:p" + std::to_string(number) +
                                                      "@example.org\r\nNOTE:" + std::string(600, 'x') +
                                                      std::to_string(version) + "\r\n");
}

std::string href_of(int number) { return "/fake/" + std::to_string(1'000'000 + number); }

/// Processor milliseconds of this program so far.
double processor_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Cost {
  double wall = 0;       ///< ms, median
  double processor = 0;  ///< ms, mean
};

/// A home that has an address book of `size` cards.
class Book {
 public:
  explicit Book(int size) : size_(size) {
    char name[] = "/tmp/goodturn-bench-XXXXXX";
    if (::mkdtemp(name) == nullptr) std::exit(1);
    folder_ = name;
    for (int number = 0; number < size; ++number) server_->put(href_of(number), text_of(number, 0));
    desk_ = must(Desk::open(folder_, server_));
    must(helper::add_account(desk_->world(), {"book.example.org", "", "", "Book"}, [] { return false; }));
    sync::Collection book = must(desk_->book());
    book.write_back = true;
    must(desk_->store().put_collection(book));
    must(desk_->sync());
    must(desk_->sync());
  }
  ~Book() {
    desk_.reset();
    std::filesystem::remove_all(folder_);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  template <class Change>
  Cost measure(Change change) {
    Cost cost;
    int turn = 0;
    std::vector<double> walls;
    for (int round = 0; round < rounds; ++round) {
      for (int number = 0; number < changes; ++number) change((turn++ * 37) % size_);
      const double before = processor_ms();
      walls.push_back(bench::timed(1, [&] { must(desk_->sync()); }));
      cost.processor += (processor_ms() - before) / rounds;
    }
    std::nth_element(walls.begin(), walls.begin() + rounds / 2, walls.end());
    cost.wall = walls[rounds / 2];
    return cost;
  }

  void change_there(int number) { server_->put(href_of(number), text_of(number, ++version_)); }

  void change_here(int number) {
    const sync::Collection book = must(desk_->book());
    helper::Items items = must(helper::Items::open(desk_->world()));
    sync::Item item = *must(desk_->store().item(book.id, Href(href_of(number))));
    item.text = text_of(number, ++version_);
    must(desk_->store().transact([&] { return items.put(item); }));
  }

 private:
  int size_;
  int version_ = 0;
  std::filesystem::path folder_;
  std::shared_ptr<FakeServer> server_ = std::make_shared<FakeServer>();
  std::unique_ptr<Desk> desk_;
};

/// Gives whether the bar holds.
bool print(const char* what, const Cost& small, const Cost& large) {
  std::printf(
      "%-22s  1,000: %7.2f ms wall %7.2f ms cpu   100,000: %7.2f ms wall %7.2f ms cpu   %5.2f x wall %5.2f x "
      "cpu\n",
      what, small.wall, small.processor, large.wall, large.processor, large.wall / small.wall,
      large.processor / small.processor);
  return large.processor <= bar * small.processor;
}

}  // namespace

int main() {
  Book small(1000);
  Book large(100'000);
  const auto there = [](Book& book) { return book.measure([&](int number) { book.change_there(number); }); };
  const auto here = [](Book& book) { return book.measure([&](int number) { book.change_here(number); }); };
  const auto nothing = [](Book& book) { return book.measure([](int) {}); };
  print("no change", nothing(small), nothing(large));
  const bool from_there = print("10 changes there", there(small), there(large));
  const bool from_here = print("10 changes here", here(small), here(large));
  std::printf("bar %.1f x cpu after 10 changes: %s\n", bar, from_there && from_here ? "holds" : "MISSED");
  return from_there && from_here ? 0 : 1;
}
