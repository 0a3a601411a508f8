// The Archives port on libzip.
#pragma once

#include "core/ports.h"

namespace goodturn::zip {

/// Safe to use from several threads.
class ZipArchives final : public Archives {
 public:
  [[nodiscard]] Result<std::vector<Packed>> unpack(std::string_view bytes, const Wanted& wanted,
                                                   std::size_t most) const override;
};

}  // namespace goodturn::zip
