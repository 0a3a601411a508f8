// A content line taken apart (RFC 6350 §3.3, RFC 5545 §3.1, RFC 6868).
#include "core/text/content_line.h"
#include "core/text/scan.h"

namespace goodturn::text {
namespace {

/// Reads the parameters of a header: everything from the first semicolon up to the colon.
class ParameterReader {
 public:
  /// With `quotes` false a quotation mark is a plain byte: the header has one that is never closed.
  ParameterReader(std::string_view text, bool quotes) : text_(text), quotes_(quotes) {}

  std::vector<Parameter> read() {
    std::vector<Parameter> parameters;
    while (at_ < text_.size()) {
      ++at_;  // the semicolon
      Parameter parameter = one();
      if (!parameter.name.empty() || !parameter.values.front().empty())
        parameters.push_back(std::move(parameter));
    }
    return parameters;
  }

 private:
  Parameter one() {
    Parameter parameter;
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != '=' && text_[end] != ';' && text_[end] != '"') ++end;
    if (end < text_.size() && text_[end] == '=') {
      parameter.name = scan::to_upper(scan::trim(text_.substr(at_, end - at_)));
      at_ = end + 1;
    }
    parameter.values.push_back(value());
    while (at_ < text_.size() && text_[at_] == ',') {
      ++at_;
      parameter.values.push_back(value());
    }
    return parameter;
  }

  std::string value() {
    std::string out;
    bool quoted = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"' && quotes_) {
        quoted = !quoted;
        continue;
      }
      if (!quoted && (c == ',' || c == ';')) break;
      append(c, out);
    }
    return out;
  }

  /// One byte, or one caret pair of RFC 6868 §3.1. Other carets stay.
  void append(char c, std::string& out) {
    const char next = c == '^' && at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    switch (next) {
      case 'n':
        out += '\n';
        break;
      case '^':
        out += '^';
        break;
      case '\'':
        out += '"';
        break;
      default:
        out += c;
        return;
    }
    ++at_;
  }

  std::string_view text_;
  bool quotes_;
  std::size_t at_ = 0;
};

bool closes_its_quotes(std::string_view header) {
  bool quoted = false;
  for (const char c : header) quoted ^= c == '"';
  return !quoted;
}

}  // namespace

std::string_view Property::parameter(std::string_view wanted) const& {
  for (const Parameter& parameter : parameters)
    if (parameter.name == wanted) return parameter.values.front();
  return {};
}

ContentLine content_line(std::string_view unfolded) {
  const scan::Name name = scan::name_of(unfolded);
  if (name.name.empty()) return {{}, {}, {}, unfolded};
  const std::size_t colon = scan::header_end(unfolded);
  const auto name_end = static_cast<std::size_t>(name.name.data() + name.name.size() - unfolded.data());
  ContentLine line{name.group, name.name, {}, unfolded.substr(colon + 1)};
  if (const std::string_view header = unfolded.substr(name_end, colon - name_end); !header.empty())
    line.parameters = ParameterReader(header, closes_its_quotes(header)).read();
  return line;
}

Property Line::property() const {
  std::string scratch;
  ContentLine line = content_line(scan::unfold(raw_, scratch));
  return {std::string(line.group), scan::to_upper(line.name), std::move(line.parameters),
          std::string(line.value)};
}

}  // namespace goodturn::text
