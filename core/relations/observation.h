// Mail as it is observed: who wrote to whom and when. Never a subject, never a text.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "core/base/time.h"
#include "core/relations/touch.h"

namespace goodturn::relations {

/// Where a message lies, as far as it matters here. `unsent`: a draft, a template, the outbox.
enum class MailPlace { kept, unsent, junk, trash };

/// What the mail program tells of one message. Addresses are plain ("ada@example.org"), in any case.
struct MailHeaders {
  std::string message_id;
  std::string thread;  ///< Message-ID of the first message of its thread; empty: it answers none
  Instant at{};
  std::string from;                     ///< empty: not readable
  std::vector<std::string> recipients;  ///< To, Cc and Bcc; may be empty
  MailPlace place = MailPlace::kept;
  bool list = false;           ///< List-Id (RFC 2919), List-Unsubscribe or List-Post (RFC 2369) is there
  std::string precedence;      ///< "bulk", "list", …; empty: none
  std::string auto_submitted;  ///< RFC 3834 section 5; empty: none
  bool auto_reply = false;     ///< X-Autoreply or X-Autorespond is there
  bool null_return_path =
      false;  ///< "Return-Path: <>": a bounce or an answering machine (RFC 5321 section 4.5.5)
};

/// One message between the user and at most five people.
struct Observation {
  std::string message_id;
  std::string thread;
  Instant at{};
  Direction direction = Direction::in;
  std::vector<std::string>
      people;          ///< out: the recipients; in: the sender. Lower case, at least one, each once
  int recipients = 1;  ///< 1–5; the user counts as one
  bool operator==(const Observation&) const = default;
};

/// Why a message is no contact. `forgotten`: only with people whose mail the user let forget.
enum class LeftOut { unsent, junk, trash, unreadable, list, automatic, circular, self, forgotten };
inline constexpr LeftOut all_left_out[] = {LeftOut::unsent,     LeftOut::junk, LeftOut::trash,
                                           LeftOut::unreadable, LeftOut::list, LeftOut::automatic,
                                           LeftOut::circular,   LeftOut::self, LeftOut::forgotten};
/// "unsent", "junk", … as in openapi.json.
[[nodiscard]] std::string_view to_string(LeftOut reason);

/// The address in lower case (ASCII) without blanks around it: the form in which addresses are compared.
[[nodiscard]] std::string plain_address(std::string_view address);

/// Reads one message, or says why it is no contact: drafts, junk and trash; without a Message-ID or sender,
/// or dated more than a day after `now`; mailing lists and bulk mail; what a machine sent (RFC 3834); more
/// than five recipients; only between the user's own addresses. `own`: plain_address() of all of them.
/// Source: features.md, privacy rules; metrics.md 2.1.
[[nodiscard]] tl::expected<Observation, LeftOut> observe(const MailHeaders& headers,
                                                         const std::set<std::string>& own, Instant now);

/// A salted hash that stands for an address or a Message-ID in the store.
struct Mark {
  std::uint64_t value = 0;
  auto operator<=>(const Mark&) const = default;
};

/// What the store keeps of an observation: one row for each of its people.
struct ObservedMail {
  Mark message;
  Mark person;
  Instant at{};
  Direction direction = Direction::in;
  int recipients = 1;
  bool reply = false;
};

/// `day` is the user's local date of `mail.at`.
[[nodiscard]] Touch touch_of(const ObservedMail& mail, Day day);

}  // namespace goodturn::relations
