// Time and memory of working out everything anew.
#pragma once

namespace goodturn::bench {

/// Measures 10,000 people with 1,000,000 touches and prints it; whether the bars of 2 s and 300 MB were kept.
[[nodiscard]] bool measure_everything();

}  // namespace goodturn::bench
