import { dayAfter, dayText } from "../words/dates.js";
import { t } from "../words/message.js";

/** Rows in their order as [{day, rows}], one group for each run of one day; `dayOf(row)` is YYYY-MM-DD. */
export function dayGroups(rows, dayOf) {
  const groups = [];
  for (const row of rows) {
    const day = dayOf(row);
    if (groups.at(-1)?.day !== day) groups.push({ day, rows: [] });
    groups.at(-1).rows.push(row);
  }
  return groups;
}

/** "Today", "Yesterday", "Tomorrow" or the date. */
export function dayHeading(day, now = new Date()) {
  const near = { [dayAfter(now, {})]: "timeline.today", [dayAfter(now, { days: -1 })]: "timeline.yesterday", [dayAfter(now, { days: 1 })]: "timeline.tomorrow" };
  return near[day] ? t(near[day]) : dayText(day);
}
