#include "helper/imports/monica.h"

#include <map>
#include <set>

#include "core/imports/card_writer.h"
#include "core/imports/columns.h"
#include "core/text/document.h"
#include "helper/imports/monica_history.h"

namespace goodturn::helper {
namespace {

using monica::Json;

/// The ways to reach somebody, by the names of Monica's field types.
struct FieldTypes {
  explicit FieldTypes(const Json& account) {
    for (const Json& type : monica::list_at(monica::at(account, "instance"), "contact_field_types"))
      types[monica::text_at(type, "uuid")] = &monica::at(type, "properties");
  }
  std::map<std::string, const Json*> types;
};

/// Relations that vCard has a word for (RFC 6350 section 6.6.6).
std::string related_parameter(const std::string& type) {
  static const std::map<std::string, std::string, std::less<>> known = {
      {"partner", "sweetheart"},  {"spouse", "spouse"},    {"date", "date"},       {"lover", "sweetheart"},
      {"parent", "parent"},       {"child", "child"},      {"sibling", "sibling"}, {"friend", "friend"},
      {"colleague", "colleague"}, {"bestfriend", "friend"}};
  const auto found = known.find(type);
  return (found == known.end() ? std::string() : ";TYPE=" + found->second) +
         ";X-LABEL=" + imports::parameter_value(type);
}

class ContactCard {
 public:
  ContactCard(const Json& account, const Json& contact)
      : account_(account), contact_(contact), properties_(monica::at(contact, "properties")) {}

  std::string text(const Uid& uid, const FieldTypes& types) {
    put_properties();
    for (const char* column : {"created_at", "updated_at"}) keep(column, monica::at(contact_, column));
    for (const Json& group : monica::array(monica::at(contact_, "data"))) {
      const std::string type = monica::text_at(group, "type");
      for (const Json& value : monica::list_at(group, "values")) put(type, value, types);
    }
    put_relations(monica::text_at(contact_, "uuid"));
    return card_.write(uid);
  }
  [[nodiscard]] std::string name() const { return card_.shown_name(); }

 private:
  void put_properties() {
    card_.name = {monica::text_at(properties_, "last_name"), monica::text_at(properties_, "first_name"),
                  monica::text_at(properties_, "middle_name"), "", ""};
    card_.organisation = monica::text_at(properties_, "company");
    for (const auto& [name, property] :
         {std::pair{"nickname", "NICKNAME"}, {"job", "TITLE"}, {"description", "NOTE"}})
      if (const std::string value = monica::text_at(properties_, name); !value.empty())
        card_.add_text(property, value);
    for (const Json& tag : monica::list_at(properties_, "tags"))
      if (tag.is_string()) card_.tags.push_back(tag.get<std::string>());
    put_birthday(monica::at(properties_, "birthdate"));
    static const std::set<std::string, std::less<>> taken = {"last_name",   "first_name", "middle_name",
                                                             "company",     "nickname",   "job",
                                                             "description", "tags",       "birthdate"};
    for (const auto& [name, value] : properties_.items())
      if (!taken.contains(name)) keep(name, value);
  }

  /// Monica knows dates whose year is not known, and such as are worked out from an age.
  void put_birthday(const Json& date) {
    const std::string day = monica::text_at(date, "date").substr(0, 10);
    const bool is_exact = !monica::flag_at(date, "is_age_based");
    const bool has_year = !monica::flag_at(date, "is_year_unknown");
    const auto value = imports::vcard_date(has_year || day.size() < 10 ? day : "--" + day.substr(5));
    if (is_exact && value) card_.add_raw("BDAY", *value);
    keep("birthdate", date);
  }

  void put(const std::string& type, const Json& value, const FieldTypes& types) {
    if (type == "contact_field") return put_way(value, types);
    if (type == "address") return put_address(monica::at(value, "properties"));
    if (type == "photo") return put_photo(value);
    if (!monica::is_history(type)) card_.add_unknown(type, monica::lines_of(value));
  }

  void put_way(const Json& field, const FieldTypes& types) {
    const Json& properties = monica::at(field, "properties");
    const std::string value = monica::text_at(properties, "data");
    const auto found = types.types.find(monica::text_at(properties, "type"));
    const std::string type = found == types.types.end() ? "" : monica::text_at(*found->second, "type");
    const std::string name = found == types.types.end() ? "" : monica::text_at(*found->second, "name");
    if (type == "email")
      card_.add_text("EMAIL", value);
    else if (type == "phone")
      card_.add_text("TEL", value);
    else if (value.starts_with("https://") || value.starts_with("http://"))
      card_.add_raw("URL" + imports::label_parameter(name), value);
    else
      card_.add_unknown(name.empty() ? "contact_field" : name, value);
  }

  void put_address(const Json& address) {
    imports::PostalAddress parts;
    for (const auto& [from, to] : {std::pair{"street", "street"},
                                   {"city", "city"},
                                   {"province", "region"},
                                   {"postal_code", "postal code"},
                                   {"country", "country"},
                                   {"name", "label"}})
      if (const std::string value = monica::text_at(address, from); !value.empty()) parts.take(to, value);
    if (const auto value = parts.value()) card_.add_raw("ADR" + parts.parameters(""), *value);
    for (const char* place : {"latitude", "longitude"}) keep(place, monica::at(address, place));
  }

  /// Photos stand with the account; the contact names them.
  void put_photo(const Json& uuid) {
    const Json& photo = monica::named(account_, "photo", uuid);
    const std::string data = monica::text_at(monica::at(photo, "properties"), "dataUrl");
    if (data.starts_with("data:image/")) card_.add_raw("PHOTO", data);
  }

  void put_relations(const std::string& uuid) {
    for (const Json& relation : monica::values(account_, "relationship")) {
      const Json& properties = monica::at(relation, "properties");
      if (monica::text_at(properties, "of_contact") == uuid)
        card_.add_raw("RELATED" + related_parameter(monica::text_at(properties, "type")),
                      "urn:uuid:" + monica::text_at(properties, "contact_is"));
    }
  }

  void keep(const std::string& name, const Json& value) {
    if (const std::string text = monica::lines_of(value); !text.empty()) card_.add_unknown(name, text);
  }

  const Json& account_;
  const Json& contact_;
  const Json& properties_;
  imports::CardWriter card_;
};

}  // namespace

std::optional<FileReading> read_monica(std::string_view bytes) {
  // Deeper than any export: what is nested further is left out, not followed.
  constexpr int deepest = 32;
  const auto is_shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= deepest; };
  const Json json = Json::parse(bytes, is_shallow, false);
  const Json& account = monica::at(json, "account");
  if (!account.is_object() || !json.contains("version") || !monica::at(account, "data").is_array())
    return std::nullopt;
  const FieldTypes types(account);
  FileReading reading;
  reading.program = "Monica";
  for (const Json& contact : monica::values(account, "contact")) {
    const std::string uuid = monica::text_at(contact, "uuid");
    const Uid uid = uuid.empty() ? imports::imported_uid({contact.dump()}) : Uid("urn:uuid:" + uuid);
    ContactCard card(account, contact);
    std::string text = card.text(uid, types);
    reading.entries.push_back({card.name(), uid, ImportFate::fresh, ImportKind::card, std::move(text)});
    monica::add_history(account, contact, calendar::NamedPerson{uid, card.name()}, reading.entries);
  }
  return reading;
}

}  // namespace goodturn::helper
