// While a mail is written: who the recipients are, whether an ask is fair, and whom a text would interest.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/relations/ask.h"
#include "helper/index/snapshot.h"
#include "helper/reports/figure.h"

namespace goodturn::helper {

struct Recipient {
  Who person;
  std::string email;  ///< as it was given
  int layer = 0;      ///< 5, 15, 50, 150 or 0 for outside the circles
  std::optional<Day> last_contact;
  bool ask_small = false;  ///< a thin tie: people who hardly know each other give short answers
  relations::AskGate gate;
};

/// The people behind addresses, in their order, each person once; unknown addresses are left out.
[[nodiscard]] std::vector<Recipient> recipients_of(const Snapshot& snapshot, Day today,
                                                   std::span<const std::string> emails);

struct Reader {
  Who person;
  std::string email;                   ///< the first of the card; may be empty
  std::vector<std::string> interests;  ///< that the text speaks of, as noted
};

struct Readers {
  std::vector<Reader> people;  ///< at most ten
  int interests_known = 0;     ///< people of whom any interest is noted
};

/// Whom a text would interest: those with a noted interest that stands in it as whole words, case-blind. Most
/// overlap first, equal ones by the strength of the tie. Nobody who is not to be suggested. Nothing of the
/// text is kept. Source: features.md row 53.
[[nodiscard]] Readers readers_of(const Snapshot& snapshot, std::string_view text);

}  // namespace goodturn::helper
