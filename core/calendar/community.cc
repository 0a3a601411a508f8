#include "core/calendar/community.h"

#include "core/calendar/journal.h"
#include "core/calendar/own_lines.h"

namespace goodturn::calendar {
namespace {

OwnLines lines_of(const Community& community) {
  return journal_lines({community.uid, JournalKind::community, std::nullopt, community.name, community.text},
                       {value_line("X-GOODTURN-COMMUNITY-KIND",
                                   community.kind ? to_string(*community.kind) : std::string_view()),
                        list_line("X-GOODTURN-CONTACTS", community.members)});
}

}  // namespace

std::string_view to_string(CommunityKind kind) noexcept {
  switch (kind) {
    case CommunityKind::interest:
      return "interest";
    case CommunityKind::practice:
      return "practice";
    case CommunityKind::personal:
      return "personal";
  }
  return "";
}

std::optional<CommunityKind> parse_community_kind(std::string_view word) noexcept {
  for (const CommunityKind kind : {CommunityKind::interest, CommunityKind::practice, CommunityKind::personal})
    if (to_string(kind) == word) return kind;
  return std::nullopt;
}

Uid community_uid(const std::string& name) { return derived_uid(JournalKind::community, {name}); }

std::optional<Community> read_community(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::community);
  if (!journal) return std::nullopt;
  Community community;
  community.uid = journal->uid();
  community.name = journal->text("SUMMARY");
  community.kind = parse_community_kind(journal->word("X-GOODTURN-COMMUNITY-KIND"));
  community.members = journal->uids("X-GOODTURN-CONTACTS");
  community.text = journal->text("DESCRIPTION");
  return community;
}

std::string write_community(const Community& community, Instant stamp) {
  return write_item("VJOURNAL", lines_of(community), stamp);
}

std::string update_community(const text::Document& document, const Community& community, Instant stamp) {
  const auto before = read_community(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(community), stamp);
}

}  // namespace goodturn::calendar
