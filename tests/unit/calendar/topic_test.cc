// What a text is about, as a sentence can quote it.
#include "core/calendar/topic.h"

#include <catch2/catch.hpp>

using namespace goodturn::calendar;

TEST_CASE("a topic stands without the small words before it and the tags behind it") {
  const std::pair<const char*, const char*> texts[] = {{"about the move", "the move"},
                                                       {"for advice on hiring", "advice on hiring"},
                                                       {"on about lunch", "lunch"},
                                                       {"to send the paper", "send the paper"},
                                                       {"zum Mittagessen", "Mittagessen"},
                                                       {"\xC3\xBC"
                                                        "ber  Rust",
                                                        "Rust"},
                                                       {"For Sale sign", "For Sale sign"},
                                                       {"about", ""},
                                                       {"on #hold", "hold"},
                                                       {"- to plan it", "plan it"},
                                                       {"in Berlin", "in Berlin"},
                                                       {"the budget #oslo #2027", "the budget"},
                                                       {"the #oslo budget", "the #oslo budget"},
                                                       {"#sailing", "sailing"},
                                                       {"#sailing #oslo", "sailing, oslo"},
                                                       {" two\r\nlines ", "two lines"},
                                                       {"C# #", "C# #"},
                                                       {"", ""}};
  for (const auto& [text, topic] : texts) {
    INFO(text);
    CHECK(topic_of(text) == topic);
    CHECK(topic_of(topic_of(text)) == topic);
  }
  CHECK(without_joints("about  the #move") == "the #move");
}
