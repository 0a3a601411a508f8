#include "adapters/dav/writing.h"

#include "adapters/dav/fetching.h"
#include "adapters/dav/href.h"
#include "adapters/http/status.h"

namespace goodturn::dav {
namespace {

Error refusal(int status, const http::Response& response) {
  Error error = http::status_error(status, response);
  const auto names = [&](std::string_view condition) {
    return response.body.find(condition) != std::string::npos;
  };
  // RFC 6352 §6.3.2.1; RFC 4791 §5.3.2.1; RFC 6638 §3.2.4.1: Cyrus, across all calendars of the user.
  const bool same_uid = names("no-uid-conflict") || names("unique-scheduling-object-resource");
  const bool about_content = same_uid || status == 400 || status == 404 || status == 409 || status == 410 ||
                             status == 413 || status == 415 || status == 422;
  if (!about_content) return error;
  error.kind = ErrorKind::invalid;
  reword(error,
         same_uid ? Said("The server already has another item with the same UID. Your version is kept here.")
                  : Said("The server did not accept this item (status {status}). Your version is kept "
                         "here; change it and sync again.",
                         {{"status", std::to_string(status)}}));
  return error;
}

/// Where the server put the resource: the place it names, if that is in the collection, else where we asked.
Href written_place(const Place& place, const http::Response& response, const http::Url& asked) {
  for (const char* name : {"location", "content-location"})
    if (const auto location = response.header(name))
      if (const auto moved = member_href(asked, place.url.path, *location)) return *moved;
  return Href(asked.path);
}

Result<sync::Written> put(const Place& place, const http::Url& url, std::string_view text,
                          std::pair<std::string, std::string> condition) {
  http::Request request;
  request.method = "PUT";
  request.url = url;
  request.body = text;
  request.own_connection = is_sogo(url);
  request.headers = {{"Content-Type", place.kind == Kind::cards ? "text/vcard; charset=utf-8"
                                                                : "text/calendar; charset=utf-8"},
                     std::move(condition)};
  auto response = place.client->send(std::move(request));
  if (!response) return fail(response.error());
  const int status = write_status(*response);
  if (status < 200 || status > 299) return fail(refusal(status, *response));
  // A guest network's sign-in page comes with a status of success, too.
  if (http::looks_like_web_page(response->body)) return fail(http::web_page_error(url));
  sync::Written written{written_place(place, *response, url), etag_of(*response)};
  if (!is_strong(written.etag) || mark_of(written.etag, text) != written.etag) written.etag = Etag();
  return written;
}

Error changed_meanwhile(const http::Url& url) { return http::status_error(412, url); }

/// The resource's ETag as it is said now. Fails with precondition unless it still is the version that `etag`
/// names.
Result<Etag> still_is(const Place& place, const Href& href, const Etag& etag) {
  const auto now = get_item(place, href, false);
  if (!now) return fail(now.error());
  if (!*now) return fail(http::status_error(404, place.url));
  const bool same = is_of_text(etag) ? etag_of_text((*now)->text) == etag : same_version((*now)->etag, etag);
  if (!same) return fail(changed_meanwhile(place.url));
  return (*now)->etag;
}

/// `send` writes with the If-Match that it is given. An ETag that no condition can be made of is compared by
/// reading first; then the condition is what that answer said, byte for byte. A server that refuses it though
/// it is the same version still does not know its own spelling, and only then, or where there is none, any
/// version will do.
template <class Send>
std::invoke_result_t<Send, std::string> on_version(const Place& place, const Href& href, const Etag& etag,
                                                   const Send& send) {
  if (etag.empty()) return fail(changed_meanwhile(place.url));
  if (is_strong(etag) && !is_sogo(place.url)) return send(etag.value);
  const auto now = still_is(place, href, etag);
  if (!now) return fail(now.error());
  if (is_strong(etag)) return send(etag.value);
  if (is_strong(*now) || is_bare(*now)) {
    auto done = send(now->value);
    if (done || (done.error().http_status != 412 && done.error().http_status != 400)) return done;
    if (const auto again = still_is(place, href, etag); !again) return fail(again.error());
  }
  return send("*");
}

/// One DELETE with that condition.
Result<void> remove_if(const Place& place, const http::Url& url, const Href& href, std::string condition) {
  http::Request request;
  request.method = "DELETE";
  request.url = url;
  request.headers = {{"If-Match", std::move(condition)}};
  const auto response = place.client->send(std::move(request));
  if (!response) return fail(response.error());
  if (response->ok() && http::looks_like_web_page(response->body)) return fail(http::web_page_error(url));
  const int status = write_status(*response);
  if (status >= 200 && status <= 299) return {};
  if (status == 412) {
    // What is gone already matches no condition either (sabre/dav answers 412 for it).
    const auto now = get_item(place, href, false);
    if (now && !*now) return fail(http::status_error(404, url));
  }
  return fail(http::status_error(status, *response));
}

}  // namespace

int write_status(const http::Response& response) {
  if (response.body.find("multistatus") == std::string::npos) return response.status;
  int inner = 0;
  MultistatusReader reader(response.url, [&](const ResponseElement& element) -> Result<void> {
    if (inner == 0 || inner < 300) inner = element.status();
    for (const Element& part : element.element().children({ns::dav, "propstat"}))
      if (inner == 0) inner = status_code(part.child({ns::dav, "status"}).text());
    return {};
  });
  const bool read = reader.feed(response.body) && reader.finish();
  return read && inner != 0 ? inner : response.status;
}

Result<sync::Written> create_item(const Place& place, const Href& href, std::string_view text) {
  const auto url = place.member(href);
  if (!url) return fail(url.error());
  if (is_sogo(place.url)) {
    const auto there = get_item(place, href, false);
    if (!there) return fail(there.error());
    if (*there) return fail(changed_meanwhile(*url));
  }
  return put(place, *url, text, {"If-None-Match", "*"});
}

Result<sync::Written> update_item(const Place& place, const Href& href, const Etag& etag,
                                  std::string_view text) {
  const auto url = place.member(href);
  if (!url) return fail(url.error());
  return on_version(place, href, etag, [&](const std::string& condition) {
    return put(place, *url, text, {"If-Match", condition});
  });
}

Result<void> remove_item(const Place& place, const Href& href, const Etag& etag) {
  const auto url = place.member(href);
  if (!url) return fail(url.error());
  return on_version(place, href, etag,
                    [&](const std::string& condition) { return remove_if(place, *url, href, condition); });
}

}  // namespace goodturn::dav
