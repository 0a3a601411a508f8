// What goes wrong inside one sync, and what the user and other programs do in the middle of it.
#pragma once

#include "tests/model/town.h"

namespace goodturn::model {

/// From its making to its end the calls of a machine to its store and to the server are killed, lost and
/// refused, listings are empty or cut, the user and other programs edit and delete. In a crowd they also make
/// new items and move some, and a program that has read everything writes over what it has read, with no
/// condition, between our look and our write as well as behind it.
class Trouble {
 public:
  /// `chance` says when and outlives it; how much is in the town's history.
  Trouble(Town& town, Machine& machine, Chance& chance);
  ~Trouble();
  Trouble(const Trouble&) = delete;
  Trouble& operator=(const Trouble&) = delete;

  /// Whether the server loses its disk for the time of this sync. To be asked at most once, at the start.
  [[nodiscard]] bool blanks_the_server();

 private:
  /// In per mille: how often a thing goes wrong at a call.
  struct Rates {
    std::uint32_t lost, refused, killed, user, other, glitch;
  };
  static const Rates& rates_of(int trouble);

  std::optional<Error> before(std::string_view call);
  std::optional<Error> after();
  std::optional<Error> before_item(const Href& href);
  std::optional<Error> told(Error error);
  void change_something();
  void crowd_in(std::string_view call);
  void move_one();
  [[nodiscard]] bool waits_elsewhere(const std::string& uid, const std::string& href);
  void glitch();
  void note_hidden(const std::string& href, const std::string& text);

  Town& town_;
  Machine& machine_;
  const Rates& rate_;
  Chance& chance_;
  // By numbers of their own, so that a seed gives the same history with and without them.
  Chance items_;
  Chance crowd_;
  bool glitched_ = false;                     ///< a listing of this sync was empty or cut
  std::map<std::string, int> moves_;          ///< UID → how often it was moved in this sync
  std::map<std::string, std::string> moved_;  ///< a name that it had then → UID
};

}  // namespace goodturn::model
