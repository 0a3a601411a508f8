#include "adapters/dav/listing.h"

#include "adapters/dav/href.h"
#include "adapters/http/failure.h"
#include "adapters/http/status.h"

namespace goodturn::dav {
namespace {

// Marks a getctag kept in the place of a sync-token; sync-tokens are URIs (RFC 6578 §4), this is none.
constexpr std::string_view ctag_mark = "goodturn ctag ";
constexpr int most_pages = 10'000;

bool is_ctag(const SyncToken& token) { return token.value.starts_with(ctag_mark); }

/// Refusals that another way of listing may get around; the rest concerns the whole account.
bool may_list_otherwise(int status) {
  const bool sent_on = status >= 300 && status < 400;
  return !sent_on && status != 401 && status != 429 && !http::worth_repeating(status);
}

/// DAViCal forgets tokens after a week and answers those it does not know with everything, not saying so.
bool forgets_tokens_silently(const Place& place) {
  return place.url.path.find("/caldav.php/") != std::string::npos;
}

/// A redirect led to another collection of the server: its members have other names, and to take them for
/// this one's would look like everything being deleted.
Result<void> check_place(const Place& place, const http::Url& answered) {
  const auto path = normal_path(answered.path);
  if (path && (*path == place.url.path || *path + "/" == place.url.path)) return {};
  return fail(ErrorKind::not_found,
              "This address book or calendar has moved to another place on the server. Run the discovery of "
              "the account again.",
              answered.text());
}

bool is_too_large(const Error& error) { return error.http_status == http::too_large_status; }

}  // namespace

Result<sync::Listing> Lister::changes(const SyncToken& since) {
  if (is_ctag(since)) return by_etags(since);
  if (!since.empty()) {
    auto delta = since_token(since);
    if (!delta) return fail(delta.error());
    if (*delta) return std::move(**delta);
  }
  auto full = from_start(Texts::wanted);
  if (!full && is_too_large(full.error())) full = from_start(Texts::left_out);
  if (!full) return fail(full.error());
  if (*full) return std::move(**full);
  return by_etags(SyncToken());
}

/// No change at all is what most syncs find, so one request must do: whether the server converts cards is
/// asked only when some came.
Result<std::optional<sync::Listing>> Lister::since_token(const SyncToken& since) {
  const bool unsure = forgets_tokens_silently(place_);
  taking_ = place_.kind == Kind::cards ? Taking::few_later : Taking::at_once;
  auto delta = pages(since.value, unsure ? Texts::left_out : Texts::wanted);
  if (!delta || !*delta) return delta;
  if (unsure && (*delta)->token != since && (*delta)->removed.empty()) return std::optional<sync::Listing>();
  return delta;
}

Result<sync::Listing> Lister::all_members() {
  // Where ETags are repeated only the text tells two versions apart.
  auto full = from_start(is_sogo(place_.url) ? Texts::wanted : Texts::left_out);
  if (!full && is_too_large(full.error())) full = from_start(Texts::left_out);
  if (!full) return fail(full.error());
  return *full ? std::move(**full) : by_etags(SyncToken());
}

Result<std::optional<sync::Listing>> Lister::from_start(Texts texts) {
  listing_ = {};
  few_.clear();
  spool_ = {};
  const auto converts = texts == Texts::wanted ? versions_.may_convert() : Result<bool>(false);
  if (!converts) return fail(converts.error());
  taking_ = *converts ? Taking::all_later : Taking::at_once;
  auto full = pages("", texts);
  if (!full || !*full) return full;
  (*full)->complete = true;
  (*full)->removed.clear();  // radicale lists what was deleted long ago, too
  if ((*full)->members.empty()) (*full)->token = SyncToken();
  return full;
}

/// All pages from a token on; nothing where the server refuses this kind of report or the token.
Result<std::optional<sync::Listing>> Lister::pages(std::string token, Texts texts) {
  words_.clear();
  for (int count = 0; count < most_pages; ++count) {
    const std::string before = token;
    bool more = false;
    named_.clear();
    const auto answered = page(token, texts, more);
    if (!answered) return fail(answered.error());
    if (!*answered) return std::optional<sync::Listing>();
    if (!more) {
      listing_.token = SyncToken(token);
      return take_listing();
    }
    if (token.empty() || token == before) break;
  }
  return fail(ErrorKind::protocol, "The server cuts its list into pages that never end.", place_.url.text());
}

/// One page; `token` moves on. False: refused.
Result<bool> Lister::page(std::string& token, Texts texts, bool& more) {
  std::vector<Asking> askings;
  askings.push_back(
      {{"REPORT", place_.url, 0, sync_collection_body(place_.kind, token, texts == Texts::wanted)},
       [&](const http::Url& url, const ResponseElement& element) {
         return take(url, element, texts, more);
       }});
  const auto with_versions = taking_ == Taking::all_later ? versions_.to_be_asked() : Result<bool>(false);
  if (!with_versions) return fail(with_versions.error());
  // A second query in the time of the first: it takes a server with two cores no longer.
  if (*with_versions) askings.push_back(versions_.asking());
  const auto answers = ask_all(*place_.client, askings);
  if (!answers) return fail(answers.error());
  if (*with_versions)
    if (auto taken = versions_.take_answer(answers->back()); !taken) return fail(taken.error());
  const Answered& listed = answers->front();
  if (!listed.ok()) {
    if (!may_list_otherwise(listed.status)) return fail(http::status_error(listed.refusal));
    return false;
  }
  if (auto here = check_place(place_, listed.url); !here) return fail(here.error());
  token = listed.sync_token;
  if (auto given = taking_ == Taking::all_later ? give_spooled() : give_few(); !given)
    return fail(given.error());
  return true;
}

/// Texts of cards that the server converted are left to fetch.
Result<void> Lister::give_spooled() {
  return spool_.take_all([this](sync::RemoteItem item) -> Result<void> {
    return versions_.newer(item.href) ? Result<void>() : on_item_(std::move(item));
  });
}

Result<void> Lister::give_few() {
  auto few = std::exchange(few_, {});
  // What was written here comes back with the next delta: nothing is asked about it.
  std::erase_if(few, [this](const sync::RemoteItem& item) { return held_(item.href, item.etag); });
  if (auto learnt = versions_.learn(names_of(few)); !learnt) return learnt;
  for (const sync::RemoteItem& item : few) {
    if (versions_.newer(item.href)) continue;
    if (auto taken = on_item_(item); !taken) return taken;
  }
  return {};
}

Result<void> Lister::take(const http::Url& url, const ResponseElement& element, Texts texts, bool& more) {
  const std::string named = element.href();
  const auto path = path_of_href(url, named);
  if (path && (*path == place_.url.path || *path + "/" == place_.url.path)) {
    more = more || element.status() == 507;  // RFC 6578 §3.6: the rest comes with the new token
    return {};
  }
  const auto href = member_at(url, place_.url.path, path);
  if (!href) {
    listing_.refused.push_back({Href(named), href.error()});
    return {};
  }
  if (element.status() == 404 || element.status() == 410) {
    add_word({*href, Etag(), true});
    return {};
  }
  if (element.property({ns::dav, "resourcetype"}).child({ns::dav, "collection"}) ||
      href->value.ends_with("/"))
    return {};
  const Etag etag(element.property({ns::dav, "getetag"}).trimmed_text());
  if (texts == Texts::wanted) return give_text(*href, etag, element);
  add_word({*href, etag, false});
  return {};
}

Result<void> Lister::give_text(const Href& href, const Etag& etag, const ResponseElement& element) {
  const Element text = element.oversized() ? Element() : element.property(text_property(place_.kind));
  // An empty text is none: it is left to fetch.
  const bool usable = !text.is_blank() && !named_.contains(href);
  std::string content = usable ? text.text() : std::string();
  const Etag mark = usable ? mark_of(etag, content) : etag;
  add_word({href, mark, false});
  if (!usable) return {};
  sync::RemoteItem item{href, mark, std::move(content)};
  if (taking_ == Taking::at_once) return on_item_(std::move(item));
  if (taking_ == Taking::all_later) return spool_.add(item);
  if (few_.size() < most_single_cards) few_.push_back(std::move(item));
  return {};
}

/// In one page the first word about a member counts.
void Lister::add_word(Word word) {
  if (named_.insert(word.href).second) words_.push_back(std::move(word));
}

/// Of several pages the last word about a member counts, as does the last token: between two pages others go
/// on writing.
sync::Listing Lister::take_listing() {
  const auto words = std::exchange(words_, {});
  std::vector<bool> counts(words.size());
  named_.clear();
  for (std::size_t i = words.size(); i-- > 0;) counts[i] = named_.insert(words[i].href).second;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!counts[i]) continue;
    if (words[i].removed)
      listing_.removed.push_back(words[i].href);
    else
      listing_.members.push_back({words[i].href, words[i].etag});
  }
  return std::exchange(listing_, {});
}

/// getctag, or what else the server offers that moves with every change; empty where there is nothing.
Result<std::string> Lister::change_mark() {
  static constexpr Name ctag{ns::server, "getctag"};
  std::string mark;
  const auto asked = ask(*place_.client, {"PROPFIND", place_.url, 0, propfind_body(std::span(&ctag, 1))},
                         [&](const http::Url&, const ResponseElement& element) -> Result<void> {
                           if (mark.empty()) mark = element.property(ctag).trimmed_text();
                           return {};
                         });
  if (!asked) return fail(asked.error());
  if (!asked->ok()) return fail(http::status_error(asked->refusal));
  return mark;
}

Result<sync::Listing> Lister::by_etags(const SyncToken& since) {
  // Asked before the list: a change in between then shows next time.
  const auto mark = change_mark();
  if (!mark) return fail(mark.error());
  const SyncToken token(mark->empty() ? "" : std::string(ctag_mark) + *mark);
  listing_ = {};
  words_.clear();
  named_.clear();
  listing_.token = token;
  if (!token.empty() && token == since) return take_listing();
  static constexpr Name wanted[] = {{ns::dav, "getetag"}, {ns::dav, "resourcetype"}};
  bool more = false;
  const auto asked = ask(*place_.client, {"PROPFIND", place_.url, 1, propfind_body(wanted)},
                         [&](const http::Url& url, const ResponseElement& element) {
                           return take(url, element, Texts::left_out, more);
                         });
  if (!asked) return fail(asked.error());
  if (!asked->ok()) return fail(http::status_error(asked->refusal));
  if (auto here = check_place(place_, asked->url); !here) return fail(here.error());
  if (more)
    return fail(ErrorKind::protocol, "The server lists only a part of this collection.", place_.url.text());
  sync::Listing listing = take_listing();
  listing.complete = true;
  listing.removed.clear();
  if (listing.members.empty()) listing.token = SyncToken();
  return listing;
}

}  // namespace goodturn::dav
