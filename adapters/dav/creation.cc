#include "adapters/dav/creation.h"

#include "adapters/dav/href.h"
#include "adapters/dav/offered_collection.h"
#include "adapters/dav/writing.h"
#include "adapters/http/status.h"

namespace goodturn::dav {
namespace {

/// What a server has at one place.
struct Found {
  bool there = false;
  bool empty = true;  ///< no members
  std::optional<sync::Collection> calendar;
};

Result<Found> look_at(http::Client& client, const http::Url& url) {
  Found found;
  const auto asked = ask(client, {"PROPFIND", url, 1, propfind_body(collection_properties())},
                         [&](const http::Url& at, const ResponseElement& element) -> Result<void> {
                           const auto path = path_of_href(at, element.href());
                           if (!path || (*path != url.path && *path + "/" != url.path)) {
                             found.empty = false;
                           } else if (element.status() != 404) {
                             found.there = true;
                             found.calendar = offered_collection(element, url.text());
                           }
                           return {};
                         });
  if (!asked) return fail(asked.error());
  const bool free = asked->status == 404 || asked->status == 410;
  if (!asked->ok() && !free) return fail(http::status_error(asked->refusal));
  return found;
}

/// "journal" for "Journal": readable in other programs' addresses; a hash for names in other scripts.
std::string segment_for(std::string_view name) {
  std::string segment(name);
  for (char& c : segment) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ') c = '-';
  }
  return file_name_for(segment, "");
}

/// The first place for the name that is free.
Result<http::Url> free_place(http::Client& client, const http::Url& home, std::string_view name) {
  constexpr int most_tries = 20;
  const std::string segment = segment_for(name);
  http::Url url = home;
  for (int count = 1; count <= most_tries; ++count) {
    url.path = home.path + segment + (count == 1 ? "/" : "-" + std::to_string(count) + "/");
    const auto found = look_at(client, url);
    if (!found) return fail(found.error());
    if (!found->there) return url;
  }
  return fail(ErrorKind::forbidden, "There are too many calendars of this name on the server.", home.text());
}

Result<http::Response> send_xml(http::Client& client, const std::string& method, const http::Url& url,
                                std::string body) {
  http::Request request;
  request.method = method;
  request.url = url;
  request.body = std::move(body);
  request.own_connection = is_sogo(url);
  request.headers = {{"Content-Type", "application/xml; charset=utf-8"}};
  return client.send(std::move(request));
}

/// What is wanted and not held, each in a sentence; empty where nothing is missing.
std::vector<Said> missing_kinds(const sync::Components& wanted, const sync::Components& held) {
  std::vector<Said> missing;
  if (wanted.events && !held.events) missing.emplace_back("This server keeps no events (VEVENT).");
  if (wanted.tasks && !held.tasks) missing.emplace_back("This server keeps no tasks (VTODO).");
  if (wanted.journals && !held.journals) missing.emplace_back("This server keeps no journals (VJOURNAL).");
  return missing;
}

Error no_such_kinds(std::vector<Said> missing, const http::Url& url, int status) {
  missing.emplace_back(
      "To have them on several computers, use another server or a folder that you share yourself.");
  Error error = error_of(ErrorKind::forbidden, in_a_row(std::move(missing)), url.text());
  error.http_status = status;
  return error;
}

Error refusal(const http::Response& response, const sync::Components& holds, const http::Url& home) {
  const int status = write_status(response);
  // RFC 4791 §5.3.2.1 and §5.2.3
  if (response.body.find("supported-calendar-component") != std::string::npos)
    return no_such_kinds(missing_kinds(holds, {}), home, status);
  Error error = http::status_error(status, home);
  error.retry_after = response.retry_after;
  if (status >= 400 && status < 500 && status != 401 && status != 429) {
    error.kind = ErrorKind::forbidden;
    reword(error,
           Said("The server does not let programs make calendars (status {status}). Make one on its web "
                "page or with another program, then choose it here.",
                {{"status", std::to_string(status)}}));
  }
  return error;
}

/// Removes a calendar that the server made otherwise than asked; only while nothing is in it.
Result<void> take_back(http::Client& client, const Found& made, const http::Url& url) {
  if (!made.empty) return {};
  http::Request request;
  request.method = "DELETE";
  request.url = url;
  if (const auto removed = client.send(std::move(request)); !removed) return fail(removed.error());
  return {};
}

}  // namespace

Result<sync::Collection> create_calendar(http::Client& client, const http::Url& home, std::string_view name,
                                         const sync::Components& holds) {
  if (holds.cards || !(holds.events || holds.tasks || holds.journals) || name.empty())
    return fail(ErrorKind::invalid, "A new calendar needs a name and a kind of item.", home.text());
  const auto url = free_place(client, home, name);
  if (!url) return fail(url.error());
  auto made = send_xml(client, "MKCALENDAR", *url, mkcalendar_body(name, holds));
  if (made && (made->status == 405 || made->status == 501))
    made = send_xml(client, "MKCOL", *url, mkcol_body(name, holds));
  if (!made) return fail(made.error());
  // The status alone does not tell: xandikos answers 207 with the refusal inside, others make the calendar
  // and leave a property out.
  const auto found = look_at(client, *url);
  if (!found) return fail(found.error());
  if (!found->calendar) return fail(refusal(*made, holds, home));
  if (const std::vector<Said> missing = missing_kinds(holds, found->calendar->holds); !missing.empty()) {
    if (auto removed = take_back(client, *found, *url); !removed) return fail(removed.error());
    return fail(no_such_kinds(missing, home, 0));
  }
  return *found->calendar;
}

}  // namespace goodturn::dav
