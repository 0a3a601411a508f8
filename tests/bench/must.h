// What a measurement cannot go on without.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "core/base/result.h"

namespace goodturn::bench {

/// The value; where there is none the program ends with 1 and says why.
template <class Value>
Value must(Result<Value> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", result.error().what.c_str());
  std::exit(1);
}
inline void must(const Result<void>& result) {
  if (result) return;
  std::fprintf(stderr, "%s\n", result.error().what.c_str());
  std::exit(1);
}

}  // namespace goodturn::bench
