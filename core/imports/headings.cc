#include "core/imports/headings.h"

#include <map>
#include <string_view>

namespace goodturn::imports {
namespace {

using Headings = std::map<std::string_view, std::string_view>;

// Outlook writes its headings in the language of its menus.
const Headings& german() {
  static const Headings all = {
      {"anrede", "title"},
      {"vorname", "first name"},
      {"weitere vornamen", "middle name"},
      {"nachname", "last name"},
      {"firma", "company"},
      {"abteilung", "department"},
      {"position", "job title"},
      {"straße geschäftlich", "business street"},
      {"straße geschäftlich 2", "business street 2"},
      {"straße geschäftlich 3", "business street 3"},
      {"ort geschäftlich", "business city"},
      {"region geschäftlich", "business state"},
      {"postleitzahl geschäftlich", "business postal code"},
      {"land/region geschäftlich", "business country/region"},
      {"straße privat", "home street"},
      {"straße privat 2", "home street 2"},
      {"straße privat 3", "home street 3"},
      {"ort privat", "home city"},
      {"bundesland/kanton privat", "home state"},
      {"postleitzahl privat", "home postal code"},
      {"land/region privat", "home country/region"},
      {"fax geschäftlich", "business fax"},
      {"telefon geschäftlich", "business phone"},
      {"telefon geschäftlich 2", "business phone 2"},
      {"telefon firma", "company main phone"},
      {"fax privat", "home fax"},
      {"telefon privat", "home phone"},
      {"telefon privat 2", "home phone 2"},
      {"mobiltelefon", "mobile phone"},
      {"autotelefon", "car phone"},
      {"weiteres telefon", "other phone"},
      {"haupttelefon", "primary phone"},
      {"e-mail-adresse", "e-mail address"},
      {"e-mail 2: adresse", "e-mail 2 address"},
      {"e-mail 3: adresse", "e-mail 3 address"},
      {"geburtstag", "birthday"},
      {"kategorien", "categories"},
      {"notizen", "notes"},
      {"webseite", "web page"},
      {"spitzname", "nickname"},
  };
  return all;
}

const Headings& french() {
  static const Headings all = {
      {"prénom", "first name"},
      {"deuxième prénom", "middle name"},
      {"nom", "last name"},
      {"société", "company"},
      {"service", "department"},
      {"fonction", "job title"},
      {"rue (bureau)", "business street"},
      {"ville (bureau)", "business city"},
      {"dép/région (bureau)", "business state"},
      {"code postal (bureau)", "business postal code"},
      {"pays/région (bureau)", "business country/region"},
      {"rue (domicile)", "home street"},
      {"ville (domicile)", "home city"},
      {"code postal (domicile)", "home postal code"},
      {"pays/région (domicile)", "home country/region"},
      {"téléphone (bureau)", "business phone"},
      {"téléphone (domicile)", "home phone"},
      {"tél. mobile", "mobile phone"},
      {"adresse de messagerie", "e-mail address"},
      {"adresse de messagerie 2", "e-mail 2 address"},
      {"anniversaire", "birthday"},
      {"catégories", "categories"},
      {"page web", "web page"},
  };
  return all;
}

const Headings& spanish() {
  static const Headings all = {
      {"nombre", "first name"},
      {"segundo nombre", "middle name"},
      {"apellidos", "last name"},
      {"organización", "company"},
      {"departamento", "department"},
      {"puesto", "job title"},
      {"calle del trabajo", "business street"},
      {"ciudad de trabajo", "business city"},
      {"código postal del trabajo", "business postal code"},
      {"país o región del trabajo", "business country/region"},
      {"teléfono del trabajo", "business phone"},
      {"particular", "home phone"},
      {"número de móvil", "mobile phone"},
      {"dirección de correo electrónico", "e-mail address"},
      {"cumpleaños", "birthday"},
      {"categorías", "categories"},
      {"notas", "notes"},
      {"página web", "web page"},
  };
  return all;
}

// What address books and customer lists call the same things.
const Headings& usual() {
  static const Headings all = {
      {"firstname", "first name"},
      {"first", "first name"},
      {"forename", "first name"},
      {"lastname", "last name"},
      {"last", "last name"},
      {"surname", "last name"},
      {"middle", "middle name"},
      {"full name", "name"},
      {"display name", "name"},
      {"contact name", "name"},
      {"salutation", "name prefix"},
      {"title", "job title"},
      {"email", "e-mail address"},
      {"e-mail", "e-mail address"},
      {"email 1", "e-mail address"},
      {"primary email", "e-mail address"},
      {"work email", "e-mail address"},
      {"email 2", "e-mail 2 address"},
      {"secondary email", "e-mail 2 address"},
      {"alternate email 1", "e-mail 2 address"},
      {"phone", "business phone"},
      {"phone number", "business phone"},
      {"telephone", "business phone"},
      {"work phone", "business phone"},
      {"work", "business phone"},
      {"home", "home phone"},
      {"mobile", "mobile phone"},
      {"mobile number", "mobile phone"},
      {"mobile phone number", "mobile phone"},
      {"fax", "business fax"},
      {"fax number", "business fax"},
      {"pager number", "pager"},
      {"company name", "company"},
      {"account name", "company"},
      {"organization", "company"},
      {"organisation", "company"},
      {"website", "web page"},
      {"website url", "web page"},
      {"web page 1", "web page"},
      {"personal website", "web page"},
      {"date of birth", "birthday"},
      {"tags", "categories"},
      {"tag", "categories"},
      {"comments", "notes"},
      {"unternehmen", "company"},
      {"telefon", "business phone"},
      {"mobil", "mobile phone"},
      {"handy", "mobile phone"},
  };
  return all;
}

}  // namespace

std::string english_heading(const std::string& key) {
  for (const Headings* headings : {&german(), &french(), &spanish()})
    if (const auto found = headings->find(key); found != headings->end()) return std::string(found->second);
  return key;
}

std::string usual_heading(const std::string& key) {
  const auto found = usual().find(key);
  return found == usual().end() ? key : std::string(found->second);
}

}  // namespace goodturn::imports
