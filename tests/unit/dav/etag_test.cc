#include "adapters/dav/etag.h"

#include <catch2/catch.hpp>

using namespace goodturn;
using namespace goodturn::dav;

TEST_CASE("only a quoted ETag that is not weak may go into If-Match") {
  CHECK(is_strong(Etag("\"1\"")));
  CHECK(is_strong(Etag("\"\"")));
  for (const char* other : {"", "1", "W/\"1\"", "\"1", "\"", "W/1"}) CHECK_FALSE(is_strong(Etag(other)));
  CHECK_FALSE(is_strong(etag_of_text("text")));
}

TEST_CASE("spellings of one version are one, different versions are not") {
  for (const char* same :
       {"\"17\"", "W/\"17\"", "17", "\"17-gzip\"", "\"17;gzip\"", "\"17--gzip\"", "W/\"17-gzip\""})
    CHECK(same_version(Etag("\"17\""), Etag(same)));
  for (const char* other : {"", "\"18\"", "\"1\"", "\"-gzip\"", "\"17-gzi\""})
    CHECK_FALSE(same_version(Etag("\"17\""), Etag(other)));
  CHECK_FALSE(same_version(Etag(), Etag()));
}

TEST_CASE("the ETag of an answer is without a packer's suffix, else as sent") {
  http::Response response;
  CHECK(etag_of(response).empty());
  for (const auto& [sent, kept] :
       {std::pair("\"a-gzip\"", "\"a\""), std::pair("\"a\"", "\"a\""), std::pair("W/\"a\"", "W/\"a\""),
        std::pair("a", "a"), std::pair("\"-gzip\"", "\"-gzip\"")}) {
    response.headers = {{"etag", sent}};
    CHECK(etag_of(response) == Etag(kept));
  }
}

TEST_CASE("where an ETag is missing or means nothing the text stands for itself, line ends aside") {
  CHECK(mark_of(Etag("\"1\""), "text") == Etag("\"1\""));
  CHECK(is_of_text(mark_of(Etag(), "text")));
  CHECK(mark_of(Etag("\"gcs00000000\""), "a\r\nb") == etag_of_text("a\nb"));
  CHECK(mark_of(Etag("\"gcs00000001\""), "text") == Etag("\"gcs00000001\""));
  CHECK(etag_of_text("one") != etag_of_text("two"));
}
