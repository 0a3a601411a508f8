// A multistatus answer (RFC 4918 §13), read while it arrives: one response element in memory at a time.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/dav/element.h"
#include "adapters/http/url.h"
#include "core/base/result.h"

namespace goodturn::dav {

/// One response element. Valid only during the callback.
class ResponseElement {
 public:
  ResponseElement(Element element, bool oversized);

  /// As sent, trimmed; empty where it is missing.
  [[nodiscard]] std::string href() const;
  /// The status of the whole resource; 0 where the answer speaks of properties instead.
  [[nodiscard]] int status() const;
  /// A property that was found (its propstat says 2xx), else none.
  [[nodiscard]] Element property(const Name& name) const;
  /// The status of a propstat that names the property and does not say 2xx; 0 where there is none.
  [[nodiscard]] int refusal(const Name& name) const;
  /// True where DAV:error names this condition.
  [[nodiscard]] bool has_condition(const Name& name) const;
  /// True where the element was too long to be kept: only href() can be trusted.
  [[nodiscard]] bool oversized() const { return oversized_; }
  [[nodiscard]] const Element& element() const { return element_; }

 private:
  Element element_;
  std::vector<Element> found_;  ///< the prop of each propstat that says 2xx
  bool oversized_;
};

/// "HTTP/1.1 404 Not Found" → 404; 0 for anything else.
[[nodiscard]] int status_code(std::string_view line);

struct ReadLimits {
  std::size_t response = 17u << 20;  ///< bytes of one response element: 16 MiB of text and its escapes
  std::size_t responses = 100'001;   ///< 100,000 items and the collection itself
  int depth = 64;
  std::size_t attributes = 256;  ///< of an element and those around it: each name is looked up among them
};

/// Feed it the body in pieces of any size, then finish(). Errors (kind protocol): not XML, a web page,
/// a document type definition, too deep, too many, broken off; or whatever the callback returned.
class MultistatusReader {
 public:
  using OnResponse = std::function<Result<void>(const ResponseElement&)>;
  MultistatusReader(http::Url source, OnResponse on_response, ReadLimits limits = {});

  Result<void> feed(std::string_view piece);
  /// Must be called at the end: only then a broken-off answer shows.
  Result<void> finish();
  /// DAV:sync-token of RFC 6578 §6.4; empty where there was none.
  [[nodiscard]] const std::string& sync_token() const { return sync_token_; }

 private:
  enum class State { text, cdata, comment, instruction, tag };

  Result<void> scan();
  Result<bool> step();
  Result<bool> in_text();
  Result<bool> in_tag();
  bool skip_past(std::string_view end);
  Result<bool> open_markup(std::size_t at);
  Result<void> take_tag();
  Result<void> count_attributes();
  Result<void> take_root(std::string_view tag);
  Result<void> take_child();
  Result<void> check_encoding() const;
  void drop_read_bytes();
  [[nodiscard]] tl::unexpected<Error> broken(std::string what) const;

  http::Url source_;
  OnResponse on_response_;
  ReadLimits limits_;
  std::string buffer_;
  std::string opening_;           ///< the first bytes, to tell a web page from rubbish
  std::string head_;              ///< the beginning of an element that grew too long
  std::size_t at_ = 0;            ///< first byte not looked at
  std::size_t markup_start_ = 0;  ///< of the tag or instruction being read
  std::size_t child_start_ = 0;
  std::size_t responses_ = 0;
  State state_ = State::text;
  char quote_ = 0;
  int depth_ = 0;
  std::size_t tag_attributes_ = 0;       ///< of the tag being read
  std::vector<std::size_t> attributes_;  ///< of each open element and those around it
  bool in_child_ = false;
  bool oversized_ = false;
  bool closed_ = false;
  Scope scope_;
  std::string sync_token_;
};

}  // namespace goodturn::dav
