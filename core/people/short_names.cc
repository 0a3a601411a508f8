#include "core/people/short_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goodturn::people {
namespace {

using ShortForm = std::pair<std::string_view, std::string_view>;  ///< short form, full name

/// By short form; one that stands for several names has a row for each.
constexpr std::array<ShortForm, 118> short_forms = {
    {{"abby", "abigail"},    {"al", "alan"},          {"al", "albert"},         {"alex", "alexander"},
     {"alex", "alexandra"},  {"andi", "andrea"},      {"andi", "andreas"},      {"andy", "andreas"},
     {"andy", "andrew"},     {"angie", "angela"},     {"anni", "annika"},       {"basti", "sebastian"},
     {"becky", "rebecca"},   {"ben", "benjamin"},     {"bernie", "bernard"},    {"beth", "elizabeth"},
     {"betty", "elizabeth"}, {"bill", "william"},     {"bob", "robert"},        {"bobby", "robert"},
     {"carl", "karl"},       {"cathy", "catherine"},  {"charlie", "charles"},   {"chris", "christian"},
     {"chris", "christina"}, {"chris", "christine"},  {"chris", "christopher"}, {"conny", "cornelia"},
     {"dan", "daniel"},      {"danny", "daniel"},     {"dave", "david"},        {"deb", "deborah"},
     {"debbie", "deborah"},  {"dick", "richard"},     {"don", "donald"},        {"ed", "edward"},
     {"eddie", "edward"},    {"fred", "frederick"},   {"fritz", "friedrich"},   {"gabi", "gabriele"},
     {"gerd", "gerhard"},    {"greg", "gregory"},     {"hal", "henry"},         {"hans", "johannes"},
     {"hansi", "johannes"},  {"harry", "henry"},      {"heinz", "heinrich"},    {"jack", "john"},
     {"jan", "johannes"},    {"jeff", "jeffrey"},     {"jen", "jennifer"},      {"jenny", "jennifer"},
     {"jim", "james"},       {"jimmy", "james"},      {"jo", "johanna"},        {"jochen", "joachim"},
     {"joe", "joseph"},      {"joey", "joseph"},      {"johnny", "john"},       {"jon", "jonathan"},
     {"josh", "joshua"},     {"kate", "catherine"},   {"kate", "katherine"},    {"kathi", "katharina"},
     {"kathy", "katherine"}, {"katie", "katherine"},  {"ken", "kenneth"},       {"klaus", "nikolaus"},
     {"larry", "lawrence"},  {"lena", "helena"},      {"leni", "helene"},       {"lisa", "elisabeth"},
     {"liz", "elizabeth"},   {"lizzie", "elizabeth"}, {"maggie", "margaret"},   {"manni", "manfred"},
     {"manu", "manuel"},     {"manu", "manuela"},     {"matt", "matthew"},      {"max", "maximilian"},
     {"meg", "margaret"},    {"micha", "michael"},    {"mick", "michael"},      {"mike", "michael"},
     {"nate", "nathan"},     {"nick", "nicholas"},    {"nina", "janina"},       {"pam", "pamela"},
     {"pat", "patricia"},    {"pat", "patrick"},      {"patty", "patricia"},    {"peggy", "margaret"},
     {"pete", "peter"},      {"phil", "philip"},      {"ray", "raymond"},       {"rich", "richard"},
     {"rick", "richard"},    {"rob", "robert"},       {"ron", "ronald"},        {"rudi", "rudolf"},
     {"sam", "samantha"},    {"sam", "samuel"},       {"sepp", "josef"},        {"steffi", "stefanie"},
     {"steve", "stephen"},   {"steve", "steven"},     {"sue", "susan"},         {"susi", "susanne"},
     {"ted", "edward"},      {"tim", "timothy"},      {"tom", "thomas"},        {"toni", "anton"},
     {"tony", "anthony"},    {"uli", "ulrich"},       {"uschi", "ursula"},      {"vicky", "victoria"},
     {"will", "william"},    {"wolfi", "wolfgang"}}};

static_assert(std::is_sorted(short_forms.begin(), short_forms.end()));

/// The rows of one short form.
auto rows_of(std::string_view word) noexcept {
  return std::equal_range(short_forms.begin(), short_forms.end(), ShortForm{word, {}},
                          [](const ShortForm& a, const ShortForm& b) { return a.first < b.first; });
}

bool stands_for(std::string_view word, std::string_view full) noexcept {
  const auto [first, last] = rows_of(word);
  return std::any_of(first, last, [&](const ShortForm& row) { return row.second == full; });
}

}  // namespace

bool is_short_form(std::string_view a, std::string_view b) noexcept {
  if (a == b) return false;
  if (stands_for(a, b) || stands_for(b, a)) return true;
  const auto [first, last] = rows_of(a);
  return std::any_of(first, last, [&](const ShortForm& row) { return stands_for(b, row.second); });
}

}  // namespace goodturn::people
