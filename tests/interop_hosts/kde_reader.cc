// KDE's KCalendarCore, by which KOrganizer reads calendars, as an independent reader: kde_reader FILE…
// One line of JSON: each task and journal of all files, and how many events there are. Exit code 1: a file
// cannot be read.
#include <KCalendarCore/FileStorage>
#include <KCalendarCore/MemoryCalendar>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <cstdio>

namespace {

QJsonObject shown(const KCalendarCore::Incidence& item) {
  return {{"uid", item.uid()},
          {"summary", item.summary()},
          {"description", item.description()},
          {"categories", QJsonArray::fromStringList(item.categories())},
          {"contact", item.contacts().join(";")},
          {"private", item.secrecy() == KCalendarCore::Incidence::SecrecyPrivate},
          {"start", item.dtStart().toUTC().toString(Qt::ISODate)}};
}

}  // namespace

int main(int count, char** words) {
  const KCalendarCore::MemoryCalendar::Ptr calendar(new KCalendarCore::MemoryCalendar(QTimeZone::utc()));
  for (int at = 1; at < count; ++at) {
    if (KCalendarCore::FileStorage(calendar, QString::fromLocal8Bit(words[at])).load()) continue;
    std::fprintf(stderr, "%s cannot be read\n", words[at]);
    return 1;
  }
  QJsonArray tasks;
  for (const auto& task : calendar->rawTodos()) {
    QJsonObject one = shown(*task);
    one["due"] = task->dtDue().date().toString(Qt::ISODate);
    one["all_day"] = task->allDay();
    one["done"] = task->isCompleted();
    tasks.append(one);
  }
  QJsonArray journals;
  for (const auto& journal : calendar->rawJournals()) journals.append(shown(*journal));
  const QJsonObject all{{"tasks", tasks}, {"journals", journals}, {"events", calendar->rawEvents().size()}};
  std::puts(QJsonDocument(all).toJson(QJsonDocument::Compact).constData());
  return 0;
}
