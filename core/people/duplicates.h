// Who may be one person twice: proposals with their reasons, for the user to decide. Nothing is merged by
// itself, and a name alone never proves anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/strong.h"
#include "core/people/card.h"
#include "core/people/name_words.h"
#include "core/people/same_person.h"

namespace goodturn::people {

/// A person as far as it matters here: one card, or several that are one person already.
struct Likeness {
  std::vector<Uid> uids;               ///< of the cards; never empty; no UID stands with two people
  std::vector<std::string> names;      ///< as the cards write them
  std::vector<std::string> nicknames;  ///< the same
  std::vector<std::string> emails;     ///< lower case
  std::vector<std::string> phones;     ///< E.164, with ";ext=" behind it where there is an extension
  std::vector<std::string> organisations;
  std::vector<PartialDate> birthdays;
  std::vector<std::int64_t> books;  ///< the address books they stand in
};

/// How sure it is that a proposal is right; compares.
enum class Certainty { possible, likely, certain };
/// "possible", "likely", "certain".
[[nodiscard]] std::string_view to_string(Certainty certainty) noexcept;

/// What speaks for or against two people being one.
enum class Sign { email, phone, name_and_organisation, birthday, names_differ, birthdays_differ };
/// "email", "phone", "name-and-organisation", "birthday"; against: "names-differ", "birthdays-differ".
[[nodiscard]] std::string_view to_string(Sign sign) noexcept;

struct Reason {
  Sign sign = Sign::email;
  std::string value;  ///< the shared address, number or organisation; empty for the others
  auto operator<=>(const Reason&) const = default;
};

/// Two people of the given list that share a proof; `a` has the smaller first UID.
struct Link {
  std::size_t a = 0;
  std::size_t b = 0;
  Certainty certainty = Certainty::possible;
  std::vector<Reason> reasons;  ///< in the order of Sign, then by value
  bool operator==(const Link&) const = default;
};

/// Two or more people of the given list that may be one.
struct Proposal {
  std::vector<std::size_t> people;            ///< by first UID; each person is in one proposal at most
  Certainty certainty = Certainty::possible;  ///< that of the weakest link which holds them together
  std::vector<Link> links;                    ///< every pair of them that shares a proof
};

/// Proofs, each of which links two people unless it is common property:
/// e-mail: the same address. Not a role's (info@, sales@ …) and not one of more than three people.
/// phone: the same number, where the names agree or one is missing. Not one of more than three people.
/// name and organisation: every word of one name in the other (order, accents, short forms and initials do
/// not matter), at least two words, and the same organisation, which must not be all that the name says.
/// People are counted by their names, so that ten copies of one card count as one.
///
/// Certainty of a link:
///                     names same or compatible   a name missing   names differ
/// e-mail              certain                    likely           possible
/// e-mail and phone    certain                    certain          likely
/// phone               likely                     possible         no link
/// name, organisation  likely; possible within one book (colleagues of the same name stand beside each
///                     other in one directory) and where the names are not the same words
/// phone, name and organisation: certain.
/// The same full birth date raises it by one; contradicting ones lower it by one, below possible to no link.
///
/// Groups: linked people are one proposal, strongest links first, except where the user said that two cards
/// of them are not one person (`apart`), or where two names that differ are held together by no link of their
/// own. Sorted by certainty, then by first UID; the same for every order of `people`. Where more than 50
/// people share an organisation and a word of their names, each is compared only with the next by name. Of
/// one person at most 8 names, words of nicknames and organisations are compared, each of 256 bytes at most,
/// and 64 addresses, numbers and birthdays; a proposal holds at most 50 spellings of a name: the work grows
/// with the size of the cards and not with its square.
[[nodiscard]] std::vector<Proposal> find_duplicates(std::span<const Likeness> people,
                                                    std::span<const CardPair> apart = {},
                                                    const FoldWord& fold = {});

}  // namespace goodturn::people
