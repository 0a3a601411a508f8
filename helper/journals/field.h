// One field of one kind of item: its shape, and how it is read from JSON and written to it.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/calendar/journal.h"
#include "helper/journals/shape.h"

namespace goodturn::helper {

template <class Item>
struct Field {
  Shape shape;
  /// Adds the value under the field's name; an empty one is left out.
  std::function<void(const Item&, Json&)> put;
  /// Takes a value; null empties the field. Errors: those of shape.h.
  std::function<Result<void>(Item&, const Json&, const NameOf&)> take;
};

/// Adds all fields of the item to `json`.
template <class Item>
void put_fields(const std::vector<Field<Item>>& fields, const Item& item, Json& json) {
  for (const Field<Item>& field : fields)
    if (field.put) field.put(item, json);
}

/// Takes every field that `json` names. Errors: invalid for a field that there is not or that is only shown,
/// for one that is emptied and may not be, and those of the fields. On an error `item` may be half changed.
template <class Item>
Result<void> take_fields(const std::vector<Field<Item>>& fields, Item& item, const Json& json,
                         const NameOf& name_of) {
  if (!json.is_object()) return fail(ErrorKind::invalid, "Name the fields to set.");
  for (const auto& [name, value] : json.items()) {
    const Field<Item>* found = nullptr;
    for (const Field<Item>& field : fields)
      if (field.shape.name == name) found = &field;
    if (found == nullptr)
      return fail(ErrorKind::invalid, Said("There is no field \"{name}\" here.", {{"name", name}}));
    if (!found->take || found->shape.use == FieldUse::shown)
      return wrong(found->shape, Said("\"{field}\" is worked out and cannot be set."));
    if (value.is_null() && found->shape.use != FieldUse::open)
      return wrong(found->shape, Said("\"{field}\" cannot be left empty."));
    if (auto taken = found->take(item, value, name_of); !taken) return taken;
  }
  return {};
}

/// A field whose value `read` makes from JSON; `get` gives the member by reference, `write` its JSON (null:
/// empty).
template <class Item, class Get, class Read, class Write>
Field<Item> field(Shape shape, Get get, Read read, Write write) {
  const Shape own = shape;
  return {std::move(shape),
          [get, write, name = std::string(own.name)](const Item& item, Json& json) {
            Json value = write(std::invoke(get, item));
            if (!value.is_null()) json[name] = std::move(value);
          },
          [get, read, own](Item& item, const Json& value, const NameOf& name_of) -> Result<void> {
            auto& member = std::invoke(get, item);
            if (value.is_null()) {
              member = {};
              return {};
            }
            auto taken = read(own, value, name_of);
            if (!taken) return fail(taken.error());
            member = std::move(*taken);
            return {};
          }};
}

template <class Item, class Get>
Field<Item> text_field(Shape shape, Get get) {
  const bool long_text = shape.type == FieldType::text;
  return field<Item>(
      std::move(shape), get,
      [long_text](const Shape& own, const Json& value, const NameOf&) {
        return long_text ? text_in(own, value) : line_in(own, value);
      },
      [](const std::string& text) { return text.empty() ? Json() : Json(text); });
}

template <class Item, class Get>
Field<Item> lines_field(Shape shape, Get get) {
  return field<Item>(
      std::move(shape), get,
      [](const Shape& own, const Json& value, const NameOf&) { return lines_in(own, value); },
      [](const std::vector<std::string>& lines) { return lines.empty() ? Json() : Json(lines); });
}

template <class Item, class Get>
Field<Item> flag_field(Shape shape, Get get) {
  return field<Item>(
      std::move(shape), get,
      [](const Shape& own, const Json& value, const NameOf&) { return flag_in(own, value); },
      [](bool set) { return set ? Json(true) : Json(); });
}

/// A day that is always there, or an optional one.
template <class Item, class Get>
Field<Item> day_field(Shape shape, Get get) {
  struct Write {
    Json operator()(Day day) const { return to_iso(day); }
    Json operator()(const std::optional<Day>& day) const { return day ? Json(to_iso(*day)) : Json(); }
  };
  return field<Item>(
      std::move(shape), get,
      [](const Shape& own, const Json& value, const NameOf&) { return day_in(own, value); }, Write{});
}

/// A whole number that is always there, or an optional one.
template <class Item, class Get>
Field<Item> number_field(Shape shape, Get get) {
  struct Write {
    Json operator()(int number) const { return number; }
    Json operator()(const std::optional<int>& number) const { return number ? Json(*number) : Json(); }
  };
  return field<Item>(
      std::move(shape), get,
      [](const Shape& own, const Json& value, const NameOf&) { return number_in(own, value); }, Write{});
}

template <class Item, class Get>
Field<Item> amount_field(Shape shape, Get get) {
  return field<Item>(
      std::move(shape), get,
      [](const Shape& own, const Json& value, const NameOf&) { return amount_in(own, value); },
      [](double amount) { return amount == 0 ? Json() : Json(amount); });
}

/// The words of an enumeration, for Shape::words.
template <class Words>
std::vector<std::string_view> words_of(const Words& all) {
  std::vector<std::string_view> words;
  for (const auto one : all) words.push_back(to_string(one));
  return words;
}

/// A value of an enumeration, always there or optional; `parse` gives it by its word.
template <class Item, class Get, class Parse>
Field<Item> word_field(Shape shape, Get get, Parse parse) {
  using Value = typename decltype(parse(std::string_view()))::value_type;
  struct Write {
    Json operator()(Value value) const { return to_string(value); }
    Json operator()(const std::optional<Value>& value) const {
      return value ? Json(to_string(*value)) : Json();
    }
  };
  return field<Item>(
      std::move(shape), get,
      [parse](const Shape& own, const Json& value, const NameOf&) -> Result<Value> {
        const auto word = word_in(own, value);
        if (!word) return fail(word.error());
        return *parse(*word);
      },
      Write{});
}

/// A UID of a person that may be empty.
template <class Item, class Get>
Field<Item> uid_field(Shape shape, Get get) {
  return field<Item>(
      std::move(shape), get,
      [](const Shape& own, const Json& value, const NameOf& name_of) {
        return person_in(own, value, name_of);
      },
      [](const Uid& uid) { return uid.empty() ? Json() : Json(uid.value); });
}

/// A person whose name is kept with the UID.
template <class Item, class Get>
Field<Item> person_field(Shape shape, Get get) {
  return field<Item>(
      std::move(shape), get,
      [](const Shape& own, const Json& value, const NameOf& name_of) -> Result<calendar::NamedPerson> {
        auto uid = person_in(own, value, name_of);
        if (!uid) return fail(uid.error());
        if (uid->empty()) return wrong(own, Said("\"{field}\" must not be empty."));
        std::string name = name_of(*uid).value_or("");
        return calendar::NamedPerson{std::move(*uid), std::move(name)};
      },
      [](const calendar::NamedPerson& person) {
        return person.uid.empty() ? Json() : Json(person.uid.value);
      });
}

template <class Item, class Get>
Field<Item> people_field(Shape shape, Get get) {
  Field<Item> made = field<Item>(
      shape, get,
      [](const Shape& own, const Json& value, const NameOf& name_of) {
        return people_in(own, value, name_of, {});
      },
      [](const std::vector<Uid>& people) {
        Json list = Json::array();
        for (const Uid& uid : people) list.push_back(uid.value);
        return list.empty() ? Json() : list;
      });
  made.take = [get, shape](Item& item, const Json& value, const NameOf& name_of) -> Result<void> {
    std::vector<Uid>& people = std::invoke(get, item);
    auto taken = value.is_null() ? Result<std::vector<Uid>>{} : people_in(shape, value, name_of, people);
    if (!taken) return fail(taken.error());
    people = std::move(*taken);
    return {};
  };
  return made;
}

/// A field that is worked out; `write` gives its JSON from the item (null: left out).
template <class Item, class Write>
Field<Item> shown_field(Shape shape, Write write) {
  shape.use = FieldUse::shown;
  const std::string name(shape.name);
  return {std::move(shape),
          [write, name](const Item& item, Json& json) {
            Json value = write(item);
            if (!value.is_null()) json[name] = std::move(value);
          },
          {}};
}

}  // namespace goodturn::helper
