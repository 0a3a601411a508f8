#include "tests/unit/growth/shapes.h"

namespace goodturn::tests {
namespace {

/// What stands at `part`: each side changed every fourth part, one of them another than the other; one part
/// in three is new on that side.
std::string value(std::size_t part, Version version) {
  const char* side = version == Version::ours ? "o" : "t";
  const bool changed = version == Version::ours ? part % 4 == 0 : version == Version::theirs && part % 4 < 2;
  return std::to_string(part) + (changed ? side : "");
}

template <class Part>
std::string card(std::size_t parts, Version version, Part part) {
  std::string text = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:1\r\nFN:Ada Example\r\n";
  for (std::size_t at = 0; at < parts; ++at) text += part(at, value(at, version));
  return text + "END:VCARD\r\n";
}

template <class Part>
std::string calendar(std::size_t parts, Version version, Part part) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
  for (std::size_t at = 0; at < parts; ++at) text += part(at, value(at, version));
  return text + "END:VCALENDAR\r\n";
}

std::string event(const std::string& lines) { return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n"; }

std::string alarms(std::size_t parts, Version version, bool alike) {
  std::string text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n";
  for (std::size_t at = 0; at < parts; ++at)
    text += "BEGIN:VALARM\r\nTRIGGER:-PT" + (alike ? "5" : value(at, version)) + "M\r\nEND:VALARM\r\n";
  return text + "SUMMARY:" + value(0, version) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

std::string many_numbers(std::size_t parts, Version version) {
  return card(parts, version, [](std::size_t, const std::string& value) { return "TEL:" + value + "\r\n"; });
}
std::string many_names(std::size_t parts, Version version) {
  return card(parts, version, [](std::size_t at, const std::string& value) {
    return "X-P" + std::to_string(at) + ":" + value + "\r\n";
  });
}
std::string many_category_lines(std::size_t parts, Version version) {
  return card(parts, version,
              [](std::size_t, const std::string& value) { return "CATEGORIES:" + value + "\r\n"; });
}
std::string many_categories(std::size_t parts, Version version) {
  std::string line = "CATEGORIES:first";
  for (std::size_t at = 0; at < parts; ++at) line += "," + value(at, version);
  return card(1, version, [&](std::size_t, const std::string&) { return line + "\r\n"; });
}
std::string many_parts_of_a_name(std::size_t parts, Version version) {
  std::string line = "N:first";
  for (std::size_t at = 0; at < parts; ++at) line += ";" + value(at, version);
  return card(1, version, [&](std::size_t, const std::string&) { return line + "\r\n"; });
}
std::string many_groups(std::size_t parts, Version version) {
  return card(parts, version, [](std::size_t at, const std::string& value) {
    const std::string group = "item" + std::to_string(at);
    return group + ".TEL:" + value + "\r\n" + group + ".X-ABLABEL:" + value + "\r\n";
  });
}
std::string many_labels_of_one_line(std::size_t parts, Version version) {
  const std::string photo = "item1.PHOTO:" + std::string(parts, 'A') + "\r\n";
  return card(parts, version, [&](std::size_t at, const std::string& value) {
    return (at == 0 ? photo : std::string()) + "item1.X-ABLABEL:" + value + "\r\n";
  });
}
std::string many_anniversaries(std::size_t parts, Version version) {
  return card(parts, version, [](std::size_t at, const std::string& value) {
    return "i" + std::to_string(at) + ".X-ABLABEL:_$!<Anniversary>!$_\r\ng" + value + ".X-ABDATE:x\r\n";
  });
}
std::string many_cards(std::size_t parts, Version version) {
  std::string text;
  for (std::size_t at = 0; at < parts; ++at)
    text += "BEGIN:VCARD\r\nUID:1\r\nFN:" + value(at, version) + "\r\nEND:VCARD\r\n";
  return text;
}
std::string many_alike_alarms(std::size_t parts, Version version) { return alarms(parts, version, true); }
std::string many_alarms(std::size_t parts, Version version) { return alarms(parts, version, false); }
std::string many_events(std::size_t parts, Version version) {
  return calendar(parts, version, [](std::size_t at, const std::string& value) {
    return event("UID:" + std::to_string(at) + "\r\nSUMMARY:" + value + "\r\n");
  });
}
std::string many_events_without_uid(std::size_t parts, Version version) {
  return calendar(parts, version,
                  [](std::size_t, const std::string& value) { return event("SUMMARY:" + value + "\r\n"); });
}
std::string many_events_of_a_calendar_with_a_long_uid(std::size_t parts, Version version) {
  return calendar(parts, version, [&](std::size_t at, const std::string& value) {
    return (at == 0 ? "UID:" + std::string(parts, 'u') + "\r\n" : std::string()) +
           event("UID:" + std::to_string(at) + "\r\nSUMMARY:" + value + "\r\nX:1\r\nY:1\r\n");
  });
}
std::string many_guests(std::size_t parts, Version version) {
  std::string lines = "UID:1\r\n";
  for (std::size_t at = 0; at < parts; ++at)
    lines += "ATTENDEE:mailto:" + value(at, version) + "@example.org\r\n";
  return calendar(1, version, [&](std::size_t, const std::string&) { return event(lines); });
}
std::string many_events_without_end(std::size_t parts, Version version) {
  return calendar(parts, version, [](std::size_t at, const std::string& value) {
    return "BEGIN:VEVENT\r\nUID:" + std::to_string(at) + "\r\nSUMMARY:" + value + "\r\n";
  });
}

}  // namespace

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = {
      {"numbers", many_numbers},
      {"names of properties", many_names},
      {"lines of categories", many_category_lines},
      {"categories in one line", many_categories},
      {"parts of a name", many_parts_of_a_name},
      {"groups with labels", many_groups},
      {"labels of one line", many_labels_of_one_line},
      {"anniversaries", many_anniversaries},
      {"cards in one text", many_cards},
      {"alarms that are alike", many_alike_alarms},
      {"alarms", many_alarms},
      {"events", many_events},
      {"events without UID", many_events_without_uid},
      {"events beside a long UID", many_events_of_a_calendar_with_a_long_uid},
      {"guests", many_guests},
      {"events without END", many_events_without_end},
  };
  return all;
}

}  // namespace goodturn::tests
