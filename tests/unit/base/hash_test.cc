#include "core/base/hash.h"

#include <catch2/catch.hpp>

using namespace goodturn;

TEST_CASE("FNV-1a 128 agrees with its published values") {
  CHECK(to_hex(hash_of("")) == "6c62272e07bb014262b821756295c58d");
  CHECK(to_hex(hash_of("a")) == "d228cb696f1a8caf78912b704e4a8964");
}

TEST_CASE("feeding in pieces equals feeding at once") {
  Hasher hasher;
  hasher.feed("ab");
  hasher.feed("c");
  CHECK(hasher.result() == hash_of("abc"));
}
