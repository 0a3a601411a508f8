// Promises and everything else that was logged: the plain records.
#include <tuple>

#include "helper/index/own_rows.h"
#include "helper/journals/kinds.h"
#include "helper/journals/settle.h"
#include "helper/journals/typed_kind.h"
#include "helper/notes/writing.h"
#include "helper/people/records.h"
#include "helper/people/reflection.h"

namespace goodturn::helper {
namespace {

using calendar::Record;

/// The person of a record keeps UID and name apart.
Field<Record> whom(std::string_view help) {
  Field<Record> made;
  made.shape = {"person", FieldType::person, help, FieldUse::needed};
  made.put = [](const Record& record, Json& json) {
    if (!record.person.empty()) json["person"] = record.person.value;
  };
  made.take = [shape = made.shape](Record& record, const Json& value, const NameOf& name_of) -> Result<void> {
    const auto uid = person_in(shape, value, name_of);
    if (!uid) return fail(uid.error());
    if (uid->empty()) return wrong(shape, Said("\"{field}\" must not be empty."));
    record.person = *uid;
    record.person_name = name_of(*uid).value_or("");
    return {};
  };
  return made;
}

Field<Record> whose_name() {
  return shown_field<Record>({"person_name", FieldType::line, "Their name"},
                             [](const Record& record) { return Json(record.person_name); });
}

Field<Record> at_field(std::string_view help) {
  return field<Record>(
      {"at", FieldType::instant, help, FieldUse::kept}, &Record::at,
      [](const Shape& own, const Json& value, const NameOf&) { return instant_in(own, value); },
      [](Instant at) { return Json(to_iso(at)); });
}

Field<Record> give_field(std::string_view help) {
  return word_field<Record>({"give_kind", FieldType::word, help, FieldUse::open, words_of(all_give_kinds)},
                            &Record::give_kind, parse_give_kind);
}

Field<Record> size_field() {
  return number_field<Record>({"size", FieldType::number, "1 small, 3 big", FieldUse::kept, {}, 1, 3},
                              &Record::size);
}

std::vector<Field<Record>> promise_fields() {
  return {
      whom("To whom"),
      whose_name(),
      text_field<Record>({"text", FieldType::text, "What you promised", FieldUse::needed}, &Record::text),
      day_field<Record>({"due", FieldType::day, "By when"}, &Record::due),
      day_field<Record>({"settled", FieldType::day, "Kept on; empty while it is open"}, &Record::settled),
      give_field("What keeping it gives"),
      size_field(),
      at_field("When you promised; default now"),
  };
}

/// As lines: the entry is that of its person, and not of everybody who was there.
Field<Record> with_field() {
  return field<Record>(
      {"with", FieldType::lines, "The UIDs of those who took part, too"}, &Record::with,
      [](const Shape& own, const Json& value, const NameOf&) -> Result<std::vector<Uid>> {
        auto lines = lines_in(own, value);
        if (!lines) return fail(lines.error());
        std::vector<Uid> uids;
        for (std::string& line : *lines) uids.emplace_back(std::move(line));
        return uids;
      },
      [](const std::vector<Uid>& uids) {
        Json list = Json::array();
        for (const Uid& uid : uids) list.push_back(uid.value);
        return list.empty() ? Json() : list;
      });
}

std::vector<Field<Record>> entry_fields() {
  return {
      word_field<Record>({"kind",
                          FieldType::word,
                          "What it is",
                          FieldUse::needed,
                          {to_string(RecordKind::touch), to_string(RecordKind::note),
                           to_string(RecordKind::gave), to_string(RecordKind::received)}},
                         &Record::kind, parse_record_kind),
      whom("With whom"),
      whose_name(),
      text_field<Record>({"text", FieldType::text, "What about"}, &Record::text),
      at_field("When; default now"),
      word_field<Record>(
          {"channel", FieldType::word, "How you were in touch", FieldUse::open, words_of(all_channels)},
          &Record::channel, parse_channel),
      word_field<Record>(
          {"direction", FieldType::word, "Who reached out", FieldUse::kept, words_of(all_directions)},
          &Record::direction, parse_direction),
      number_field<Record>({"depth", FieldType::number, "1 short, 3 deep", FieldUse::open, {}, 1, 3},
                           &Record::depth),
      give_field("What was given"),
      size_field(),
      flag_field<Record>({"asked", FieldType::flag, "It was asked for"}, &Record::asked),
      flag_field<Record>({"crisis", FieldType::flag, "It helped in a crisis"}, &Record::crisis),
      day_field<Record>({"settled", FieldType::day, "What was received: thanked on"}, &Record::settled),
      number_field<Record>({"others",
                            FieldType::number,
                            "How many took part besides you; 1 is a talk of two",
                            FieldUse::kept,
                            {},
                            1,
                            calendar::most_others},
                           &Record::others),
      with_field(),
      shown_field<Record>(
          {"ask", FieldType::line, "The ask it answers"},
          [](const Record& record) { return record.ask.empty() ? Json() : Json(record.ask.value); }),
  };
}

/// The records of the kinds that `fits` names.
template <class Fits>
std::function<Result<std::vector<Record>>(const Desk&)> records_that(Fits fits) {
  return [fits](const Desk& desk) -> Result<std::vector<Record>> {
    auto rows = OwnRows::open(desk.world);
    if (!rows) return fail(rows.error());
    std::vector<Record> found;
    auto read = rows->each_record([&](const Record& record) {
      if (fits(record)) found.push_back(record);
    });
    if (!read) return fail(read.error());
    return found;
  };
}

template <class Fits>
std::function<std::optional<Record>(const text::Document&)> read_if(Fits fits) {
  return [fits](const text::Document& document) {
    auto record = calendar::read_record(document);
    return record && fits(*record) ? record : std::nullopt;
  };
}

bool is_promise(const Record& record) { return record.kind == RecordKind::promised; }
bool is_entry(const Record& record) { return record.kind != RecordKind::promised; }

KindRules<Record> common_rules() {
  KindRules<Record> rules;
  rules.text = [](const Record& record, const text::Document* stored, Instant stamp) {
    return stored == nullptr ? calendar::write_record(record, stamp)
                             : calendar::update_record(*stored, record, stamp);
  };
  rules.check = [](const Record& record, const Desk& desk) { return check_record(record, desk.now.instant); };
  rules.follow = [](const Record* was, const Record* is, Desk& desk) {
    if (was == nullptr)
      if (auto wanted = want_note_line(desk.world, *is); !wanted) return wanted;
    if (is != nullptr) return follow_settling(was, *is, desk);
    if (auto reopened = follow_removal(*was, desk); !reopened) return reopened;
    return forget_reflection(was->uid, desk);
  };
  return rules;
}

Result<void> begin(Record& record, const Desk& desk) {
  record.uid = desk.fresh_uid();
  if (record.at == Instant{}) record.at = desk.now.instant;
  return {};
}

}  // namespace

const ItemKind& promise_kind() {
  static const TypedKind<Record> kind = [] {
    KindRules<Record> rules = common_rules();
    rules.word = rules.noun = "promise";
    rules.fields = promise_fields();
    rules.all = records_that(is_promise);
    rules.read = read_if(is_promise);
    // Open ones by their day, then what was kept, the newest first.
    rules.before = [](const Record& one, const Record& other) {
      const auto open = [](const Record& record) {
        return std::make_tuple(record.settled.has_value(), record.due.value_or(Day::max()));
      };
      return std::make_tuple(open(one), other.at, one.uid) < std::make_tuple(open(other), one.at, other.uid);
    };
    rules.begin = [](Record& record, const Desk& desk) {
      record.kind = RecordKind::promised;
      return begin(record, desk);
    };
    return TypedKind<Record>(std::move(rules));
  }();
  return kind;
}

const ItemKind& entry_kind() {
  static const TypedKind<Record> kind = [] {
    KindRules<Record> rules = common_rules();
    rules.word = rules.noun = "entry";
    rules.fields = entry_fields();
    rules.all = records_that(is_entry);
    rules.read = read_if(is_entry);
    rules.before = [](const Record& one, const Record& other) {
      return std::tie(other.at, one.uid) < std::tie(one.at, other.uid);
    };
    rules.begin = begin;
    return TypedKind<Record>(std::move(rules));
  }();
  return kind;
}

}  // namespace goodturn::helper
