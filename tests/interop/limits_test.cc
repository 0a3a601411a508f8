// Answers that are too large, packed or not, stop at the limit; nothing else is lost by it.
#include <zlib.h>
#include <catch2/catch.hpp>

#include "tests/interop/account.h"
#include "tests/support/in_english.h"
#include "tests/support/peak_memory.h"
#include "tests/support/scripted_server.h"

using namespace goodturn;
using namespace goodturn::tests;

namespace {

/// Packs `repeat` times `block` as gzip.
std::string gzipped(const std::string& block, std::size_t repeat = 1) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed;
  std::string out(64u << 10, '\0');
  for (std::size_t i = 0; i < repeat; ++i) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(block.data()));
    stream.avail_in = static_cast<uInt>(block.size());
    do {
      stream.next_out = reinterpret_cast<Bytef*>(out.data());
      stream.avail_out = static_cast<uInt>(out.size());
      deflate(&stream, i + 1 == repeat ? Z_FINISH : Z_NO_FLUSH);
      packed.append(out, 0, out.size() - stream.avail_out);
    } while (stream.avail_out == 0);
  }
  deflateEnd(&stream);
  return packed;
}

http::Settings packed_settings() {
  http::Settings settings = quick_settings();
  settings.packed_on_loopback = true;
  return settings;
}

Result<http::Response> get(const std::string& url, http::Settings settings) {
  http::Client client(*http::parse_url(url), {}, std::move(settings), {});
  http::Request request;
  request.url = *http::parse_url(url);
  return client.send(std::move(request));
}

bool says(const Error& error, const std::string& words) {
  return english(error).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("packed answers are asked for and unpacked") {
  const std::string text = "BEGIN:VCARD\r\nFN:Ada Example\r\nEND:VCARD\r\n";
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    const bool packed = asked.header("accept-encoding").find("gzip") != std::string::npos;
    write(packed ? answer(200, gzipped(text), "Content-Encoding: gzip\r\n") : answer(200, text));
  });
  CHECK(get(server.origin() + "/", packed_settings())->body == text);
  CHECK(server.asked().back().header("accept-encoding") == "gzip, deflate");
  CHECK(get(server.origin() + "/", quick_settings())->body == text);
  CHECK(server.asked().back().header("accept-encoding").empty());

  ScriptedServer damaged([&](const Asked&, const Writer& write) {
    write(answer(200, gzipped(text).substr(0, 10) + std::string(20, '\xff'), "Content-Encoding: gzip\r\n"));
  });
  const auto broken = get(damaged.origin() + "/", packed_settings());
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().kind == ErrorKind::protocol);
}

TEST_CASE("T25: a small packed answer that unpacks to 300 MB stops early") {
  const std::string bomb = gzipped(std::string(mib, '\0'), 300);
  CHECK(bomb.size() < 320'000);
  ScriptedServer server(
      [&](const Asked&, const Writer& write) { write(answer(200, bomb, "Content-Encoding: gzip\r\n")); });
  Result<http::Response> response;
  const std::size_t peak = peak_memory_of([&] { response = get(server.origin() + "/", packed_settings()); });
  REQUIRE_FALSE(response.has_value());
  CHECK(response.error().kind == ErrorKind::protocol);
  CHECK(response.error().http_status == 413);
  CHECK(peak > 0);
  CHECK(peak < 150 * mib + kept_by_sanitizer);
}

TEST_CASE("T25: an answer that unpacks to a hundred times its size stops far below the limit") {
  const std::string bomb = gzipped(std::string(mib, '\0'), 40);
  REQUIRE(packed_settings().limits.answer > 40 * mib);
  ScriptedServer server(
      [&](const Asked&, const Writer& write) { write(answer(200, bomb, "Content-Encoding: gzip\r\n")); });
  const auto response = get(server.origin() + "/", packed_settings());
  REQUIRE_FALSE(response.has_value());
  CHECK(response.error().http_status == 413);
}

TEST_CASE("T25: an answer of 100 MB and an endless one stop at the limit") {
  const auto endless = [](const std::string& head) {
    return [head](const Asked&, const Writer& write) {
      const std::string block(1u << 20, 'x');
      if (!write(head)) return;
      for (int i = 0; i < 100; ++i)
        if (!write(head.find("chunked") == std::string::npos ? block : "100000\r\n" + block + "\r\n")) return;
    };
  };
  for (const std::string head : {"HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n",
                                 "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"}) {
    ScriptedServer server(endless(head));
    http::Client client(*http::parse_url(server.origin()), {}, quick_settings(), {});
    std::size_t taken = 0;
    http::Request request;
    request.url = client.origin();
    request.sink = [&](std::string_view piece) -> Result<void> {
      taken += piece.size();
      return {};
    };
    const auto response = client.send(std::move(request));
    REQUIRE_FALSE(response.has_value());
    CHECK(response.error().kind == ErrorKind::protocol);
    CHECK(says(response.error(), "64 MiB"));
    CHECK(taken <= 64u << 20);
    CHECK(client.traffic().requests == 1);
  }
}

TEST_CASE("T25: header lines without end stop") {
  ScriptedServer server([](const Asked&, const Writer& write) {
    if (!write("HTTP/1.1 200 OK\r\n")) return;
    for (int i = 0; i < 400'000; ++i)
      if (!write("X-Line: " + std::string(100, 'h') + "\r\n")) return;
  });
  http::Settings settings = quick_settings();
  settings.retries.count = 0;
  Result<http::Response> response;
  const std::size_t peak = peak_memory_of([&] { response = get(server.origin() + "/", settings); });
  REQUIRE_FALSE(response.has_value());
  CHECK(response.error().kind == ErrorKind::protocol);
  CHECK(says(response.error(), "far too many header lines"));
  CHECK(peak < 150 * mib + kept_by_sanitizer);
}

TEST_CASE("T25: one item of more than 16 MiB is refused by name, the others come") {
  const std::string folder = "/alice/contacts/";
  ScriptedServer server([&](const Asked& asked, const Writer& write) {
    if (asked.method != "GET")
      return void(write(multistatus("")));  // leaves all out, so each is asked for by GET
    write(answer(200, asked.target.ends_with("big.vcf") ? std::string(17 * mib, 'x') : "text",
                 "ETag: \"1\"\r\n"));
  });
  auto source = source_for(server.origin());
  sync::Collection collection;
  collection.url = server.origin() + folder;
  collection.holds.cards = true;
  const auto opened = source.open(collection);
  REQUIRE(opened.has_value());
  Received received;
  const std::vector<Href> wanted{Href(folder + "big.vcf"), Href(folder + "small.vcf")};
  const auto errors = (*opened)->fetch(wanted, received.taker());
  REQUIRE(errors.has_value());
  REQUIRE(errors->size() == 1);
  CHECK(errors->front().href == wanted[0]);
  CHECK(errors->front().error.http_status == 413);
  CHECK(says(errors->front().error, "16 MiB"));
  CHECK(received.items.size() == 1);
}
