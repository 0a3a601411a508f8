// How long it takes to find everybody who is in the address books twice: 10,000 cards, and their numbers
// read.
#include <cstdio>

#include "adapters/phone/phones.h"
#include "helper/people/search.h"
#include "tests/bench/timing.h"
#include "tests/unit/people/synthetic_books.h"

using namespace goodturn;

int main() {
  const people::Books books = people::draw_books(7600, 20261122);
  std::size_t proposals = 0;
  const double found =
      bench::timed(5, [&] { proposals = people::find_duplicates(books.cards, {}, helper::folded).size(); });
  const phone::LibPhones phones("DE");
  std::size_t numbers = 0;
  const double read = bench::timed(5, [&] {
    numbers = 0;
    for (const people::Likeness& card : books.cards)
      for (const std::string& phone : card.phones) numbers += phones.normalised(phone, "").has_value();
  });
  std::printf("%zu cards: %zu proposals in %.0f ms (bar: 1000 ms)\n", books.cards.size(), proposals, found);
  std::printf("%zu numbers read in %.0f ms\n", numbers, read);
  return found < 1000 ? 0 : 1;
}
