#include "core/calendar/introduction.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/calendar/own_lines.h"

namespace goodturn::calendar {
namespace {

constexpr std::array<Consent, 4> all_consents = {Consent::not_asked, Consent::asked, Consent::yes,
                                                 Consent::no};

OwnLine consent_line(std::string name, Consent consent) {
  return value_line(std::move(name), consent == Consent::not_asked ? std::string_view() : to_string(consent));
}

OwnLines lines_of(const Introduction& introduction) {
  const JournalKind kind = JournalKind::introduction;
  return journal_lines(
      {introduction.uid, kind, introduction.day, title_of(kind, names_of(introduction.people)),
       introduction.reason},
      joined(pair_lines(introduction.people), {consent_line("X-GOODTURN-CONSENT-A", introduction.consent_a),
                                               consent_line("X-GOODTURN-CONSENT-B", introduction.consent_b),
                                               day_line("X-GOODTURN-SENT", introduction.sent),
                                               text_line("X-GOODTURN-OUTCOME", introduction.outcome)}));
}

}  // namespace

std::string_view to_string(Consent consent) noexcept {
  switch (consent) {
    case Consent::not_asked:
      return "not-asked";
    case Consent::asked:
      return "asked";
    case Consent::yes:
      return "yes";
    case Consent::no:
      return "no";
  }
  return "";
}

std::optional<Consent> parse_consent(std::string_view word) noexcept {
  for (const Consent consent : all_consents)
    if (to_string(consent) == word) return consent;
  return std::nullopt;
}

Uid introduction_uid(const Uid& a, const Uid& b, Day day) {
  const auto& [first, second] = std::minmax(a.value, b.value);
  return derived_uid(JournalKind::introduction, {first, second, to_basic(day)});
}

std::optional<Introduction> read_introduction(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::introduction);
  if (!journal) return std::nullopt;
  Introduction introduction;
  introduction.uid = journal->uid();
  introduction.people = journal->pair();
  introduction.day = journal->start();
  introduction.reason = journal->text("DESCRIPTION");
  introduction.consent_a = parse_consent(journal->word("X-GOODTURN-CONSENT-A")).value_or(Consent::not_asked);
  introduction.consent_b = parse_consent(journal->word("X-GOODTURN-CONSENT-B")).value_or(Consent::not_asked);
  introduction.sent = journal->day("X-GOODTURN-SENT");
  introduction.outcome = journal->text("X-GOODTURN-OUTCOME");
  return introduction;
}

std::string write_introduction(const Introduction& introduction, Instant stamp) {
  return write_item("VJOURNAL", lines_of(introduction), stamp);
}

std::string update_introduction(const text::Document& document, const Introduction& introduction,
                                Instant stamp) {
  const auto before = read_introduction(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(introduction), stamp);
}

}  // namespace goodturn::calendar
