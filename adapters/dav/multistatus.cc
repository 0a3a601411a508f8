#include "adapters/dav/multistatus.h"

#include <algorithm>
#include <charconv>

#include "adapters/http/status.h"

namespace goodturn::dav {
namespace {

// pugixml would turn CRLF into LF; the server's bytes are kept as they came (parse_eol stays off).
constexpr unsigned parse_options = pugi::parse_default & ~pugi::parse_eol;
constexpr std::size_t longest_tag = 64u << 10;
constexpr std::size_t kept_head = 4u << 10;
constexpr std::size_t kept_opening = 512;
constexpr std::string_view cdata_start = "<![CDATA[";
constexpr std::string_view comment_start = "<!--";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

/// The status of a propstat; without one it speaks of what was found.
int code_of(const Element& propstat) {
  const Element status = propstat.child({ns::dav, "status"});
  return status ? status_code(status.text()) : 200;
}

}  // namespace

int status_code(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || !line.substr(first).starts_with("HTTP/")) return 0;
  const auto space = line.find(' ', first);
  int code = 0;
  if (space != std::string_view::npos) {
    const char* from = line.data() + space + 1;
    std::from_chars(from, line.data() + line.size(), code);
  }
  return code >= 100 && code <= 599 ? code : 0;
}

ResponseElement::ResponseElement(Element element, bool oversized) : element_(element), oversized_(oversized) {
  for (const Element& part : element_.children({ns::dav, "propstat"})) {
    const int code = code_of(part);
    if (code >= 200 && code <= 299) found_.push_back(part.child({ns::dav, "prop"}));
  }
}

std::string ResponseElement::href() const { return element_.child({ns::dav, "href"}).trimmed_text(); }

int ResponseElement::status() const {
  const Element status = element_.child({ns::dav, "status"});
  return status ? status_code(status.text()) : 0;
}

Element ResponseElement::property(const Name& name) const {
  for (const Element& properties : found_)
    if (const Element found = properties.child(name)) return found;
  return {};
}

int ResponseElement::refusal(const Name& name) const {
  for (const Element& part : element_.children({ns::dav, "propstat"})) {
    const int code = code_of(part);
    if ((code < 200 || code > 299) && part.child({ns::dav, "prop"}).child(name)) return code;
  }
  return 0;
}

bool ResponseElement::has_condition(const Name& name) const {
  return static_cast<bool>(element_.child({ns::dav, "error"}).child(name));
}

MultistatusReader::MultistatusReader(http::Url source, OnResponse on_response, ReadLimits limits)
    : source_(std::move(source)), on_response_(std::move(on_response)), limits_(limits) {}

tl::unexpected<Error> MultistatusReader::broken(std::string what) const {
  if (depth_ == 0 && http::looks_like_web_page(opening_)) return fail(http::web_page_error(source_));
  return fail(ErrorKind::protocol, std::move(what), source_.origin() + source_.path);
}

Result<void> MultistatusReader::feed(std::string_view piece) {
  if (opening_.size() < kept_opening) opening_.append(piece.substr(0, kept_opening));
  buffer_.append(piece);
  auto scanned = scan();
  if (scanned) drop_read_bytes();
  return scanned;
}

Result<void> MultistatusReader::finish() {
  if (closed_) return {};
  if (depth_ == 0)
    return broken("The server's answer is no list of items. Check the address of the account.");
  return broken(
      "The server's answer broke off in the middle, so nothing was taken from its end. Try again later.");
}

Result<void> MultistatusReader::scan() {
  while (true) {
    const auto more = step();
    if (!more) return fail(more.error());
    if (!*more) return {};
  }
}

/// Moves past one piece of markup. False: more bytes are needed.
Result<bool> MultistatusReader::step() {
  switch (state_) {
    case State::text:
      return in_text();
    case State::cdata:
      return skip_past("]]>");
    case State::comment:
      return skip_past("-->");
    case State::instruction: {
      const bool done = skip_past("?>");
      if (done && depth_ == 0)
        if (const auto known = check_encoding(); !known) return fail(known.error());
      return done;
    }
    case State::tag:
      return in_tag();
  }
  return false;
}

Result<bool> MultistatusReader::in_text() {
  const auto markup = buffer_.find('<', at_);
  const auto end = markup == std::string::npos ? buffer_.size() : markup;
  if (depth_ == 0) {
    constexpr std::string_view allowed = " \t\r\n\xef\xbb\xbf";
    if (const std::string_view outside(buffer_.data() + at_, end - at_);
        outside.find_first_not_of(allowed) != std::string_view::npos)
      return broken("The server's answer is not XML. Check the address of the account.");
  }
  at_ = end;
  if (markup == std::string::npos) return false;
  return open_markup(markup);
}

Result<bool> MultistatusReader::open_markup(std::size_t at) {
  const std::string_view rest = std::string_view(buffer_).substr(at);
  if (rest.size() < 2) return false;
  markup_start_ = at;
  if (rest[1] == '?') {
    state_ = State::instruction;
    at_ = at + 2;
  } else if (rest[1] != '!') {
    state_ = State::tag;
    quote_ = 0;
    tag_attributes_ = 0;
    at_ = at + 1;
  } else if (rest.starts_with(cdata_start)) {
    state_ = State::cdata;
    at_ = at + cdata_start.size();
  } else if (rest.starts_with(comment_start)) {
    state_ = State::comment;
    at_ = at + comment_start.size();
  } else if (rest.size() < cdata_start.size() &&
             (cdata_start.starts_with(rest) || comment_start.starts_with(rest))) {
    return false;
  } else {
    return broken("The server's answer declares a document type, which is not accepted.");
  }
  return true;
}

bool MultistatusReader::skip_past(std::string_view end) {
  const auto found = buffer_.find(end, at_);
  if (found == std::string::npos) {
    // The end mark may be cut in two by the border of the pieces.
    if (buffer_.size() > end.size()) at_ = std::max(at_, buffer_.size() - end.size() + 1);
    return false;
  }
  at_ = found + end.size();
  state_ = State::text;
  return true;
}

Result<bool> MultistatusReader::in_tag() {
  for (; at_ < buffer_.size(); ++at_) {
    const char c = buffer_[at_];
    if (quote_ != 0) {
      if (c == quote_) quote_ = 0;
    } else if (c == '"' || c == '\'') {
      quote_ = c;
      ++tag_attributes_;
    } else if (c == '>') {
      ++at_;
      state_ = State::text;
      if (const auto taken = take_tag(); !taken) return fail(taken.error());
      return true;
    }
  }
  if (at_ - markup_start_ > longest_tag) return broken("The server's answer holds a tag without an end.");
  return false;
}

Result<void> MultistatusReader::take_tag() {
  const std::string_view tag = std::string_view(buffer_).substr(markup_start_, at_ - markup_start_);
  const bool closing = tag[1] == '/';
  const bool empty = tag[tag.size() - 2] == '/';
  if (closed_) return broken("The server's answer goes on after its end.");
  if (!closing) {
    if (depth_ == 0) {
      if (auto root = take_root(tag); !root) return root;
    } else if (depth_ == 1) {
      in_child_ = true;
      child_start_ = markup_start_;
    }
    if (++depth_ > limits_.depth) return broken("The server's answer is nested too deeply.");
    if (auto counted = count_attributes(); !counted) return counted;
  }
  if (closing || empty) {
    if (--depth_ < 0) return broken("The server's answer is not well-formed XML.");
    attributes_.pop_back();
    if (depth_ == 1) return take_child();
    closed_ = depth_ == 0;
  }
  return {};
}

/// A million elements below a million namespaces would cost the product of both to look up.
Result<void> MultistatusReader::count_attributes() {
  attributes_.push_back((attributes_.empty() ? 0 : attributes_.back()) + tag_attributes_);
  if (attributes_.back() <= limits_.attributes) return {};
  return broken("The server's answer declares too many names.");
}

Result<void> MultistatusReader::take_root(std::string_view tag) {
  std::string closed(tag);
  if (closed[closed.size() - 2] != '/') closed.insert(closed.size() - 1, 1, '/');
  pugi::xml_document document;
  if (!document.load_buffer(closed.data(), closed.size(), parse_options, pugi::encoding_utf8))
    return broken("The server's answer is not well-formed XML.");
  scope_ = scope_of(document.document_element());
  if (!Element(document.document_element(), nullptr).is({ns::dav, "multistatus"}))
    return broken("The server's answer is no list of items. Check the address of the account.");
  return {};
}

/// A child of the root is complete: parse it where it stands and pass it on.
Result<void> MultistatusReader::take_child() {
  const bool oversized = std::exchange(oversized_, false);
  in_child_ = false;
  pugi::xml_document document;
  const auto parsed =
      oversized ? document.load_buffer(head_.data(), head_.size(), parse_options, pugi::encoding_utf8)
                : document.load_buffer_inplace(buffer_.data() + child_start_, at_ - child_start_,
                                               parse_options, pugi::encoding_utf8);
  if (!parsed && !oversized) return broken("The server's answer is not well-formed XML.");
  const Element element(document.document_element(), &scope_);
  if (element.is({ns::dav, "sync-token"})) sync_token_ = element.trimmed_text();
  if (!element.is({ns::dav, "response"})) return {};
  if (++responses_ > limits_.responses) return broken("The server lists more items than are accepted.");
  return on_response_(ResponseElement(element, oversized));
}

Result<void> MultistatusReader::check_encoding() const {
  const std::string text = lower(std::string_view(buffer_).substr(markup_start_, at_ - markup_start_));
  const auto named = text.find("encoding");
  if (named == std::string::npos || text.find("utf-8", named) != std::string::npos ||
      text.find("us-ascii", named) != std::string::npos)
    return {};
  return broken("The server's answer is not in UTF-8, which is not accepted.");
}

/// Frees what nobody needs any more, so that memory holds one element, not the whole answer.
void MultistatusReader::drop_read_bytes() {
  if (in_child_ && !oversized_ && buffer_.size() - child_start_ > limits_.response) {
    oversized_ = true;
    head_ = buffer_.substr(child_start_, kept_head);
  }
  std::size_t needed = at_;
  if (state_ == State::tag || state_ == State::instruction) needed = markup_start_;
  if (in_child_ && !oversized_) needed = child_start_;
  buffer_.erase(0, needed);
  at_ -= needed;
  markup_start_ -= std::min(markup_start_, needed);
  child_start_ -= std::min(child_start_, needed);
}

}  // namespace goodturn::dav
