// Observations of a user who never turned mail on.
#pragma once

#include "core/ports.h"

namespace goodturn::tests {

class NoMail final : public Observations {
 public:
  Result<MarkOf> mark_of() override {
    return [](std::string_view) { return relations::Mark{}; };
  }
  Result<std::vector<relations::MailAccount>> mail_accounts() override { return {}; }
  Result<void> watch_mail(std::span<const relations::MailAccount>) override { return {}; }
  Result<void> mark_read(std::string_view, std::string_view, const relations::ReadSpan&) override {
    return {};
  }
  Result<Observed> observe(std::string_view, std::span<const relations::Observation>) override {
    return fail(ErrorKind::not_found, "No mail account is watched here.");
  }
  Result<void> each_observation(const std::function<void(const relations::ObservedMail&)>&) override {
    return {};
  }
  Result<std::size_t> forget_address(std::string_view, Instant) override { return 0; }
  Result<std::size_t> forget_mail_account(std::string_view) override {
    return fail(ErrorKind::not_found, "No mail account is watched here.");
  }
  Result<std::size_t> forget_all_mail() override { return 0; }
};

}  // namespace goodturn::tests
