#include "core/calendar/goal.h"
#include "core/calendar/own_profile.h"
#include "core/calendar/profile.h"
#include "helper/sample/cast.h"
#include "helper/sample/items.h"
#include "helper/sample/lines.h"

namespace goodturn::sample {
namespace {

calendar::Profile profile_of(std::string_view name) {
  const Person& person = person_named(name);
  calendar::Profile profile;
  profile.uid = calendar::profile_uid(uid(person));
  profile.person = {uid(person), full_name(person)};
  return profile;
}

/// One need that the user answers, two people who ought to meet, and somebody who just began a new job.
std::vector<calendar::Profile> profiles(Day today) {
  auto uma = profile_of("uma-krause");
  uma.needs = {"a plain text for patients"};
  auto ines = profile_of("ines-novak");
  ines.offers = {"a second pair of eyes on statistics"};
  auto freya = profile_of("freya-gallo");
  freya.needs = {"a second pair of eyes on statistics"};
  auto kaori = profile_of("kaori-brandt");
  kaori.interests = {"compilers", "type systems"};
  auto hana = profile_of("hana-ivanov");
  hana.started_job = on(today, -26);
  return {uma, ines, freya, kaori, hana};
}

calendar::OwnProfile own_profile() {
  calendar::OwnProfile own;
  own.offers = {"a plain text for patients", "incremental compilation"};
  own.interests = {"compilers", "sailing"};
  own.organisation = "Hafen Software";
  own.seniority = 2;
  return own;
}

calendar::Goal goal() {
  calendar::Goal made;
  made.uid = Uid("sample-goal-1");
  made.titles = {"Head of Engineering"};
  made.companies = {"Orchard Health"};
  made.weekly_asks = 1;
  made.purpose = "So that the software on the ward takes less of a nurse's time.";
  return made;
}

}  // namespace

std::vector<File> profile_files(Day today) {
  const Instant stamp = at(today, 9);
  std::vector<File> files;
  for (const calendar::Profile& profile : profiles(today))
    files.push_back({profile.uid.value + ".ics", calendar::write_profile(profile, stamp)});
  files.push_back({"sample-self.ics", calendar::write_own_profile(own_profile(), stamp)});
  files.push_back({"sample-goal-1.ics", calendar::write_goal(goal(), stamp)});
  return files;
}

}  // namespace goodturn::sample
