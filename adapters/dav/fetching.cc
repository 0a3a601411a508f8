#include "adapters/dav/fetching.h"

#include <algorithm>
#include <deque>

#include "adapters/dav/href.h"
#include "adapters/http/failure.h"
#include "adapters/http/status.h"

namespace goodturn::dav {
namespace {

constexpr std::size_t batches_in_flight = 4;

struct Batch {
  std::vector<Href> hrefs;
  bool version_4 = false;
};

/// The status by which an answer refuses the text; 0 where it does not. That the property is not there (404)
/// is said of the property, not of the member.
int refusal_of(const ResponseElement& element, const Name& text) {
  const int whole = element.status();
  const int status = whole >= 300 ? whole : element.refusal(text);
  const bool only_the_property = whole < 300 && (status == 404 || status == 410);
  return only_the_property ? 0 : status;
}

/// A round of batches; what could not be had or must be asked for again is gathered here.
class Fetch {
 public:
  Fetch(const Place& place, const HrefSet& version_4, const sync::OnItem& on_item)
      : place_(place), version_4_(version_4), on_item_(on_item) {}

  Result<std::vector<sync::ItemError>> run(std::span<const Href> hrefs);

 private:
  void add_batches(std::span<const Href> hrefs, bool version_4);
  Result<void> run_round(std::vector<Batch> round);
  Result<void> settle(const Batch& batch, Result<http::Response> response, MultistatusReader& reader);
  Result<void> take(const ResponseElement& element);
  Result<void> split(const Batch& batch, const Error& error);
  Result<void> confirm_left_out(const Batch& batch);
  Result<void> ask_alone(const Href& href, bool version_4);
  void refuse(const Href& href, Error error);

  const Place& place_;
  const HrefSet& version_4_;
  const sync::OnItem& on_item_;
  std::deque<Batch> waiting_;
  HrefSet settled_;
  std::vector<sync::ItemError> errors_;
};

void Fetch::refuse(const Href& href, Error error) {
  if (settled_.insert(href).second) errors_.push_back({href, std::move(error)});
}

void Fetch::add_batches(std::span<const Href> hrefs, bool version_4) {
  for (std::size_t at = 0; at < hrefs.size(); at += most_in_one_question) {
    const auto part = hrefs.subspan(at, std::min(most_in_one_question, hrefs.size() - at));
    waiting_.push_back({{part.begin(), part.end()}, version_4});
  }
}

Result<std::vector<sync::ItemError>> Fetch::run(std::span<const Href> hrefs) {
  std::vector<Href> plain;
  std::vector<Href> newer;
  for (const Href& href : hrefs) {
    if (const auto url = place_.member(href); !url) {
      errors_.push_back({href, url.error()});
    } else {
      (version_4_.contains(Href(url->path)) ? newer : plain).push_back(Href(url->path));
    }
  }
  add_batches(plain, false);
  add_batches(newer, true);
  while (!waiting_.empty()) {
    std::vector<Batch> round(std::make_move_iterator(waiting_.begin()),
                             std::make_move_iterator(waiting_.end()));
    waiting_.clear();
    if (auto done = run_round(std::move(round)); !done) return fail(done.error());
  }
  return std::move(errors_);
}

Result<void> Fetch::run_round(std::vector<Batch> round) {
  std::deque<MultistatusReader> readers;
  std::vector<http::Request> requests;
  for (const Batch& batch : round) {
    auto& reader =
        readers.emplace_back(place_.url, [this](const ResponseElement& element) { return take(element); });
    auto request =
        request_for({"REPORT", place_.url, 1,
                     multiget_body(place_.kind, batch.hrefs, batch.version_4 ? newer_version : "")});
    request.sink = [&reader](std::string_view piece) { return reader.feed(piece); };
    requests.push_back(std::move(request));
  }
  std::vector<std::pair<std::size_t, Result<http::Response>>> answers;
  const auto sent =
      place_.client->send_all(std::move(requests), batches_in_flight,
                              [&](std::size_t index, Result<http::Response> response) -> Result<void> {
                                answers.emplace_back(index, std::move(response));
                                return {};
                              });
  if (!sent) return sent;
  for (auto& [index, response] : answers)
    if (auto done = settle(round[index], std::move(response), readers[index]); !done) return done;
  return {};
}

Result<void> Fetch::settle(const Batch& batch, Result<http::Response> response, MultistatusReader& reader) {
  if (!response) return split(batch, response.error());
  if (!response->ok()) return split(batch, http::status_error(*response));
  if (const auto whole = reader.finish(); !whole) return split(batch, whole.error());
  return confirm_left_out(batch);
}

Result<void> Fetch::take(const ResponseElement& element) {
  const auto href = member_href(place_.url, place_.url.path, element.href());
  if (!href) return {};  // what was asked for is settled by its own name
  if (element.oversized()) {
    refuse(*href, http::too_large_error(place_.url, place_.client->settings().limits.resource));
    return {};
  }
  const Element text = element.property(text_property(place_.kind));
  if (text.is_blank()) {
    // What is neither given nor refused is asked for alone (confirm_left_out).
    const int status = refusal_of(element, text_property(place_.kind));
    if (status == 0) return {};
    refuse(*href, http::status_error(status, place_.url));
    return {};
  }
  if (!settled_.insert(*href).second) return {};
  sync::RemoteItem item{*href, {}, text.text()};
  item.etag = mark_of(Etag(element.property({ns::dav, "getetag"}).trimmed_text()), item.text);
  return on_item_(std::move(item));
}

/// sabre/dav 1.8 answers 404 for the whole request when one href is missing; slow servers run into the
/// time limit; limits of size apply to a whole answer. Smaller batches find the item it is about.
Result<void> Fetch::split(const Batch& batch, const Error& error) {
  const bool about_content =
      error.http_status >= 400 || error.kind == ErrorKind::timeout || error.kind == ErrorKind::protocol;
  if (error.kind == ErrorKind::auth || error.kind == ErrorKind::too_many || !about_content)
    return fail(error);
  std::vector<Href> open;
  for (const Href& href : batch.hrefs)
    if (!settled_.contains(href)) open.push_back(href);
  // Xandikos answers 500 where a text is not UTF-8 and so cannot stand in XML; GET gives its bytes.
  if (open.size() == 1 && error.http_status == 500) return ask_alone(open.front(), batch.version_4);
  if (open.size() == 1) {
    refuse(open.front(), error);
  } else if (!open.empty()) {
    const auto middle = open.begin() + static_cast<std::ptrdiff_t>(open.size() / 2);
    waiting_.push_back({{open.begin(), middle}, batch.version_4});
    waiting_.push_back({{middle, open.end()}, batch.version_4});
  }
  return {};
}

/// DAViCal leaves missing members out of the answer, and a member may be named without its text; only a GET
/// may say then that something is gone.
Result<void> Fetch::confirm_left_out(const Batch& batch) {
  for (const Href& href : batch.hrefs)
    if (!settled_.contains(href))
      if (auto asked = ask_alone(href, batch.version_4); !asked) return asked;
  return {};
}

Result<void> Fetch::ask_alone(const Href& href, bool version_4) {
  auto item = get_item(place_, href, version_4);
  if (!item && item.error().kind == ErrorKind::cancelled) return fail(item.error());
  if (!item) {
    refuse(href, item.error());
  } else if (!*item) {
    refuse(href, http::status_error(404, place_.url));
  } else {
    settled_.insert(href);
    return on_item_(std::move(**item));
  }
  return {};
}

}  // namespace

Result<std::optional<sync::RemoteItem>> get_item(const Place& place, const Href& href, bool version_4) {
  const auto url = place.member(href);
  if (!url) return fail(url.error());
  http::Request request;
  request.url = *url;
  request.max_body = place.client->settings().limits.resource;
  request.compressed = false;
  if (version_4) request.headers.emplace_back("Accept", "text/vcard;version=4.0");
  auto response = place.client->send(std::move(request));
  if (!response) return fail(response.error());
  if (response->status == 404 || response->status == 410) return std::optional<sync::RemoteItem>();
  if (response->status != 200) return fail(http::status_error(*response));
  if (http::looks_like_web_page(response->body)) return fail(http::web_page_error(*url));
  Etag mark = mark_of(etag_of(*response), response->body);
  return sync::RemoteItem{Href(url->path), std::move(mark), std::move(response->body)};
}

Result<std::vector<sync::ItemError>> fetch_items(const Place& place, std::span<const Href> hrefs,
                                                 const HrefSet& version_4, const sync::OnItem& on_item) {
  return Fetch(place, version_4, on_item).run(hrefs);
}

}  // namespace goodturn::dav
