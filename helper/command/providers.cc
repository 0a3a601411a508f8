#include "helper/command/providers.h"

#include <algorithm>

#include "core/sign_in/provider_table.h"

namespace goodturn::helper {
namespace {

Json words_of(std::string_view list) {
  Json words = Json::array();
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find(' '));
    words.push_back(word);
    list.remove_prefix(std::min(list.size(), word.size() + 1));
  }
  return words;
}

Json json_of(const ProviderRow& row, Language language) {
  const bool german = language == Language::de;
  Json json = {{"id", row.id},
               {"name", row.name},
               {"addresses", words_of(row.addresses)},
               {"user", row.user},
               {"password", row.password},
               {"keeps", words_of(row.keeps)},
               {"note", german ? row.note_de : row.note_en}};
  if (const auto limit = german ? row.limit_de : row.limit_en; !limit.empty()) json["limit"] = limit;
  if (!row.issuer.empty()) json["oauth"] = {{"issuer", row.issuer}, {"scope", row.scope}};
  return json;
}

}  // namespace

Exit account_providers(Shell& shell) {
  const bool german = shell.language == Language::de;
  Json list = Json::array();
  for (const ProviderRow& row : provider_rows) {
    list.push_back(json_of(row, shell.language));
    const Said password("command.password_of", {{"kind", std::string(row.password)}});
    shell.console.line(std::string(row.id) + "  " + std::string(row.name) + "; " +
                       in_words(password, shell.language));
    if (!row.addresses.empty()) shell.console.line("    " + std::string(row.addresses));
    shell.console.line("    " + std::string(german ? row.note_de : row.note_en));
    if (const auto limit = german ? row.limit_de : row.limit_en; !limit.empty())
      shell.console.line("    " + std::string(limit));
  }
  shell.console.answer({{"providers", std::move(list)}});
  return Exit::ok;
}

AuthorityChoice with_preset(AuthorityChoice choice) {
  const auto known = std::find_if(provider_rows.begin(), provider_rows.end(), [&](const ProviderRow& row) {
    return row.id == choice.issuer && !row.issuer.empty();
  });
  if (known == provider_rows.end()) return choice;
  choice.issuer = known->issuer;
  if (choice.scope.empty()) choice.scope = known->scope;
  return choice;
}

}  // namespace goodturn::helper
