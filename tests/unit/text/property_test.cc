#include <algorithm>

#include "tests/unit/text/random_document.h"

#include <catch2/catch.hpp>

#include "core/text/document.h"

using namespace goodturn;
using goodturn::tests::RandomText;
using text::Document;

namespace {

/// A content line as its parts, so that the same meaning can be written in many ways.
struct LinePlan {
  std::string name;
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<std::string> types;
  std::string value;
};

LinePlan plan_line(RandomText& random) {
  static constexpr std::string_view names[] = {"FN", "NOTE", "TEL", "X-Foo", "ORG", "EMAIL"};
  static constexpr std::string_view types[] = {"home", "work", "voice"};
  LinePlan plan{std::string(random.pick(names)), {}, {}, random.word()};
  if (random.one_in(3)) plan.parameters.emplace_back("X-P", random.word());
  if (random.one_in(3)) plan.parameters.emplace_back("LANGUAGE", "de");
  for (const std::string_view type : types)
    if (random.one_in(3)) plan.types.emplace_back(type);
  while (random.one_in(2)) plan.value += "; " + random.word();
  return plan;
}

std::string in_random_case(RandomText& random, std::string text) {
  for (char& c : text)
    if (random.one_in(2))
      c = static_cast<char>(std::isupper(static_cast<unsigned char>(c))
                                ? std::tolower(static_cast<unsigned char>(c))
                                : std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string spelled_types(RandomText& random, std::vector<std::string> types) {
  random.shuffle(types);
  std::string out;
  if (types.empty()) return out;
  const bool split = random.one_in(2);
  const bool quote = random.one_in(2);
  for (std::size_t i = 0; i < types.size(); ++i)
    out += (split || i == 0 ? std::string(";TYPE=") + (quote ? "\"" : "") : ",") +
           in_random_case(random, types[i]) + (quote && (split || i + 1 == types.size()) ? "\"" : "");
  return out;
}

std::string spelled(RandomText& random, LinePlan plan) {
  random.shuffle(plan.parameters);
  std::string out = in_random_case(random, plan.name);
  const bool types_first = random.one_in(2);
  if (types_first) out += spelled_types(random, plan.types);
  for (const auto& [name, value] : plan.parameters) {
    const std::string_view quote = random.one_in(2) ? "\"" : "";
    out.append(";")
        .append(in_random_case(random, name))
        .append("=")
        .append(quote)
        .append(value)
        .append(quote);
  }
  if (!types_first) out += spelled_types(random, plan.types);
  return out + ":" + plan.value;
}

std::string refolded(RandomText& random, const std::string& line, std::string_view ending) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0 && random.one_in(9)) out.append(ending).append(random.one_in(2) ? " " : "\t");
    out += line[i];
  }
  return out.append(ending);
}

std::string written(RandomText& random, std::vector<LinePlan> plans) {
  random.shuffle(plans);
  const std::string_view ending = random.one_in(2) ? "\r\n" : "\n";
  std::string out = "BEGIN:VCARD" + std::string(ending);
  for (const LinePlan& plan : plans) out += refolded(random, spelled(random, plan), ending);
  return out.append("END:VCARD").append(ending);
}

std::vector<std::string> raw_lines(const Document& document) {
  std::vector<std::string> out;
  for (const text::Line& line : document.lines()) out.push_back(line.raw());
  return out;
}

}  // namespace

TEST_CASE("printing what was parsed gives every byte back, whatever the bytes") {
  RandomText random(tests::seed_of("round trip"));
  for (int round = 0; round < 5000; ++round) {
    const std::string bytes = random.weird_document();
    const Document document = Document::parse(bytes);
    if (document.print() != bytes) FAIL("lost bytes of: " << bytes);
    if (!text::semantically_equal(document, Document::parse(bytes))) FAIL("unequal to itself: " << bytes);
  }
}

TEST_CASE("replacing one line leaves all other lines byte-equal, also after reading again") {
  RandomText random(tests::seed_of("replace"));
  for (int round = 0; round < 5000; ++round) {
    const std::string bytes = random.weird_document();
    Document document = Document::parse(bytes);
    const auto named = [&](std::size_t i) {
      const std::string name = document.lines()[i].name();
      return !name.empty() && name != "BEGIN" && name != "END";
    };
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < document.lines().size(); ++i)
      if (named(i)) candidates.push_back(i);
    if (candidates.empty()) continue;
    const std::size_t target = candidates[random.below(candidates.size())];
    std::vector<std::string> expected = raw_lines(document);
    document.replace_line(target, "X-NEW:" + std::string(random.below(200), 'y') + "\xC3\xA9");
    const Document again = Document::parse(document.print());
    expected[target] = document.lines()[target].raw();
    if (raw_lines(again) != expected) FAIL("line " << target << " of: " << bytes);
  }
}

TEST_CASE("the same meaning in another spelling is equal and hashes alike") {
  RandomText random(tests::seed_of("respelling"));
  for (int round = 0; round < 2000; ++round) {
    std::vector<LinePlan> plans(1 + random.below(8));
    for (LinePlan& plan : plans) plan = plan_line(random);
    const std::string one = written(random, plans);
    const std::string other = written(random, plans);
    const bool equal = text::semantically_equal(Document::parse(one), Document::parse(other));
    const bool hashes =
        text::content_hash(Document::parse(one)) == text::content_hash(Document::parse(other));
    if (!equal || !hashes) FAIL(one << "\n and \n" << other);
    plans[random.below(plans.size())].value += "!";
    if (text::content_hash(Document::parse(one)) ==
        text::content_hash(Document::parse(written(random, plans))))
      FAIL("a changed value went unseen in " << one);
  }
}

TEST_CASE("escaping and unescaping any text is the identity save for CR") {
  RandomText random(tests::seed_of("escapes"));
  for (int round = 0; round < 5000; ++round) {
    std::string plain = random.weird_document();
    std::erase(plain, '\r');
    if (text::unescape_text(text::escape_text(plain)) != plain) FAIL(plain);
  }
}
