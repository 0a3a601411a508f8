#include "tests/model/history.h"

#include <array>

#include "tests/model/cards.h"
#include "tests/model/chance.h"

namespace goodturn::model {
namespace {

struct Share {
  Act act;
  std::uint32_t permille;
};

constexpr std::array<Share, 14> shares = {{{Act::sync, 340},
                                           {Act::local_edit, 180},
                                           {Act::remote_edit, 130},
                                           {Act::local_delete, 40},
                                           {Act::local_create, 45},
                                           {Act::remote_delete, 40},
                                           {Act::remote_create, 40},
                                           {Act::remember, 35},
                                           {Act::stale_edit, 40},
                                           {Act::stale_delete, 10},
                                           {Act::move, 30},
                                           {Act::lose_token, 30},
                                           {Act::pass_days, 20},
                                           {Act::flip_read_only, 20}}};

Act choose(Chance& chance) {
  std::uint32_t point = chance.below(1000);
  for (const Share& share : shares) {
    if (point < share.permille) return share.act;
    point -= share.permille;
  }
  return Act::sync;
}

const char* word_of(Act act) {
  switch (act) {
    case Act::sync:
      return "sync";
    case Act::local_edit:
      return "local edit";
    case Act::local_delete:
      return "local delete";
    case Act::local_create:
      return "local create";
    case Act::remote_edit:
      return "remote edit";
    case Act::remote_delete:
      return "remote delete";
    case Act::remote_create:
      return "remote create";
    case Act::remember:
      return "another program remembers everything";
    case Act::stale_edit:
      return "edit of what it remembers";
    case Act::stale_delete:
      return "delete of what it remembers";
    case Act::move:
      return "the server moves";
    case Act::lose_token:
      return "tokens become invalid";
    case Act::pass_days:
      return "days pass";
    case Act::flip_read_only:
      return "the server changes between writable and read-only";
  }
  return "";
}

Etags choose_etags(Chance& chance) {
  const std::uint32_t point = chance.below(10);
  return point < 5 ? Etags::good : static_cast<Etags>(point % 5);
}

}  // namespace

History make_history(std::uint64_t seed) {
  Chance chance(seed);
  History history;
  history.seed = seed;
  history.machines = chance.below(10) < 3 ? 2 : 1;
  history.items = 1 + static_cast<int>(chance.below(3));
  history.rewriting = chance.below(2) == 0 ? 0 : static_cast<int>(chance.below(rewriting_servers));
  history.etags = choose_etags(chance);
  history.token_of_nothing = chance.below(3) == 0;
  history.trouble = static_cast<int>(chance.below(3));
  const std::uint32_t count = 30 + chance.below(11);
  for (std::uint32_t number = 0; number < count; ++number)
    history.steps.push_back(
        {choose(chance), static_cast<std::uint8_t>(chance.below(static_cast<std::size_t>(history.machines))),
         static_cast<std::uint8_t>(chance.below(8)), chance.next()});
  history.inline_texts = chance.below(2) == 0;
  history.calendar = chance.below(2) == 0;
  history.crowded = chance.below(4) != 0;
  history.page_size = chance.below(4) == 0 ? 1 + chance.below(3) : 0;
  history.forgets_passing = chance.below(2) == 0;
  return history;
}

std::string print(const History& history) {
  static constexpr std::array<const char*, 5> etag_words = {"good", "flaky", "not given by writes", "weak",
                                                            "missing"};
  std::string text =
      "history " + std::to_string(history.seed) + ": " + std::to_string(history.machines) + " machine(s), " +
      std::to_string(history.items) + " items, a server that " + name_of_server(history.rewriting) +
      ", etags " + etag_words[static_cast<std::size_t>(history.etags)] + ", trouble " +
      std::to_string(history.trouble) + (history.token_of_nothing ? ", tokens of nothing" : "") +
      (history.inline_texts ? ", texts inside listings" : "") + (history.calendar ? ", a calendar" : "") +
      (history.crowded ? ", a crowd" : "") +
      (history.forgets_passing ? ", silent about what came and went" : "") +
      (history.page_size == 0 ? "" : ", pages of " + std::to_string(history.page_size)) + "\n";
  for (const Step& step : history.steps)
    text += "  " + std::string(word_of(step.act)) + " (machine " + std::to_string(step.machine) + ", item " +
            std::to_string(step.item) + ", seed " + std::to_string(step.seed) + ")\n";
  return text;
}

}  // namespace goodturn::model
