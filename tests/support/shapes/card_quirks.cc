#include "tests/support/shapes/quirks.h"

namespace goodturn::tests {
namespace {

std::string repeated(const std::string& part, int count) {
  std::string all;
  for (int number = 0; number < count; ++number) all += part;
  return all;
}

/// Collects quirks, each with the UID of its number.
class List {
 public:
  void junk(const std::string& name, std::string text) {
    quirks_.push_back({name, std::move(text), false, false});
  }
  /// A card with these lines before its end.
  void line(const std::string& name, const std::string& lines) {
    whole(name, head() + lines + "END:VCARD\r\n");
  }
  void whole(const std::string& name, std::string text) { quirks_.push_back({name, std::move(text)}); }
  void without_uid(const std::string& name, std::string text) {
    quirks_.push_back({name, std::move(text), true, false});
  }
  [[nodiscard]] std::string uid() const { return "quirk-" + std::to_string(quirks_.size()); }
  [[nodiscard]] std::string head() const {
    return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid() + "\r\nFN:Odd Example\r\nN:Example;Odd;;;\r\n";
  }
  [[nodiscard]] std::string card() const { return head() + "END:VCARD\r\n"; }
  [[nodiscard]] std::string with_ends(const std::string& end) const {
    std::string text = card();
    for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at + end.size()))
      text.replace(at, 2, end);
    return text;
  }
  std::vector<Quirk> take() && { return std::move(quirks_); }

 private:
  std::vector<Quirk> quirks_;
};

void add_junk(List& list) {
  list.junk("words", "HELLO WORLD\r\n");
  list.junk("nothing", "");
  list.junk("empty lines", "\r\n\r\n \r\n");
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  list.junk("every byte", bytes);
  list.junk("JSON", "{\"fn\": \"Odd Example\"}");
  list.junk("a web page", "<!DOCTYPE html><html><body>BEGIN:VCARD</body></html>");
  list.junk("another kind", "BEGIN:LETTER\r\nFN:Odd\r\nEND:LETTER\r\n");
  list.junk("no BEGIN", "VERSION:3.0\r\nFN:Odd Example\r\nEND:VCARD\r\n");
  list.junk("base64 of a card", "QkVHSU46VkNBUkQNClZFUlNJT046My4wDQpGTjpPZGQNCkVORDpWQ0FSRA0K");
  std::string wide = "\xff\xfe";
  for (const char c : list.card()) wide += {c, '\0'};
  list.junk("UTF-16", wide);
  list.junk("packed", std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x73\x72", 12));
}

void add_frames(List& list) {
  list.whole("BOM", "\xef\xbb\xbf" + list.card());
  list.whole("no END", list.head());
  list.whole("no END and no line end", list.head() + "NOTE:cut of");
  list.whole("LF", list.with_ends("\n"));
  list.whole("a CR more", list.with_ends("\r\r\n"));
  list.whole("mixed line ends", list.head() + "NOTE:one\nTEL:1\r\nTITLE:two\nEND:VCARD");
  list.whole("small letters",
             "begin:vcard\r\nversion:3.0\r\nuid:" + list.uid() + "\r\nfn:Odd\r\nend:vcard\r\n");
  list.whole("words behind", list.card() + "and more\r\nNOTE:lost\r\n");
  list.whole("words before", "X-BEFORE:1\r\nhello\r\n" + list.card());
  list.whole("another END", list.head() + "END:VEVENT\r\n");
  list.whole("two ENDs", list.card() + "END:VCARD\r\n");
  list.whole("a card in a card", list.head() + "BEGIN:VCARD\r\nFN:Inner\r\nEND:VCARD\r\nEND:VCARD\r\n");
  list.whole("twenty deep", list.head() + repeated("BEGIN:X-BOX\r\n", 20) + "X-IN:1\r\n" +
                                repeated("END:X-BOX\r\n", 20) + "END:VCARD\r\n");
  list.whole("two cards",
             list.card() + "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:second\r\nFN:Second\r\nEND:VCARD\r\n");
  list.line("an agent inside, as vCard 2.1 has it", "AGENT:\r\nBEGIN:VCARD\r\nFN:Agent\r\nEND:VCARD\r\n");
}

void add_bytes(List& list) {
  list.line("NUL in a value", std::string("NOTE:a\0b\r\n", 10));
  list.line("NUL at the start", std::string("\0NOTE:x\r\n", 9));
  list.line("8-bit",
            "NOTE:caf\xe9 \xfc"
            "ber\r\n");
  list.line("cut UTF-8", "NOTE:caf\xc3\r\n");
  list.line("a character cut by a fold", "NOTE:caf\xc3\r\n \xa9\r\n");
  list.line("halves of a character", "NOTE:\xed\xa0\xbd\xed\xb8\x80\r\n");
  list.line("overlong", "NOTE:\xc0\xaf\r\n");
  list.line("controls", "NOTE:\x01\x02\x07\x1b[31m\x7f\r\n");
  list.line("writing turned round",
            "NICKNAME:\xe2\x80\xae"
            "elpmaxe\r\n");
  list.line("a CR inside", "NOTE:one\rtwo\r\n");
}

void add_values(List& list) {
  list.line("broken base64", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AA*?==\r\n");
  list.line("base64 with holes", "PHOTO;ENCODING=b:/9j/\r\n  4AAQ SkZJ\r\n\tRg==\r\n");
  list.line("a broken address of bytes", "PHOTO;VALUE=uri:data:image/jpeg;base64,@@@\r\n");
  list.line("quoted-printable that is none", "NOTE;ENCODING=QUOTED-PRINTABLE:=ZZ=4\r\n");
  list.line("a soft break at the end", "NOTE;ENCODING=QUOTED-PRINTABLE:long=\r\n");
  list.line("an unknown charset", "NOTE;CHARSET=X-NOPE:caf\xe9\r\n");
  list.line("an unknown encoding", "NOTE;ENCODING=ROT13:uryyb\r\n");
  list.line("a date that is none", "BDAY:yesterday\r\nANNIVERSARY:20269999\r\n");
  list.line("a megabyte in a line", "NOTE:" + std::string(1'000'000, 'n') + "\r\n");
  list.line("ten thousand lines", repeated("X-MANY:1\r\n", 10'000));
  list.line("a thousand parameters", "X-MANY" + repeated(";P=1", 1000) + ":v\r\n");
}

void add_lines(List& list) {
  list.line("a quote left open", "TEL;TYPE=\"home:1\r\n");
  list.line("no colon", "NOTE without one\r\n");
  list.line("only a colon", ":\r\n");
  list.line("dots", "..TEL:1\r\n.EMAIL:odd@example.org\r\n");
  list.line("only blanks", "   \r\n\t\r\n");
  list.line("folds by tabs", "NOTE:one\r\n\ttwo\r\n\t\tthree\r\n");
  list.whole("a fold at the start", " BEGIN\r\n" + list.card());
  list.without_uid("no UID", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:No Number\r\nEND:VCARD\r\n");
  list.without_uid("an empty UID", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:\r\nFN:No Number\r\nEND:VCARD\r\n");
  list.line("two UIDs", "UID:another\r\n");
  list.without_uid(
      "a UID of ten thousand letters",
      "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + std::string(10'000, 'u') + "\r\nFN:Long\r\nEND:VCARD\r\n");
  list.without_uid("the UID of another card",
                   "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:good-1\r\nFN:Twin\r\nEND:VCARD\r\n");
  list.whole("no name", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + list.uid() + "\r\nEND:VCARD\r\n");
  list.whole("no version", "BEGIN:VCARD\r\nUID:" + list.uid() + "\r\nFN:Odd\r\nEND:VCARD\r\n");
  list.whole("a version to come",
             "BEGIN:VCARD\r\nVERSION:9.9\r\nUID:" + list.uid() + "\r\nFN:Odd\r\nEND:VCARD\r\n");
}

}  // namespace

std::vector<Quirk> card_quirks() {
  List list;
  add_junk(list);
  add_frames(list);
  add_bytes(list);
  add_values(list);
  add_lines(list);
  return std::move(list).take();
}

}  // namespace goodturn::tests
