import { dayAfter, dayText } from "../words/dates.js";
import { t } from "../words/message.js";

/**
 * Rows in their order as [{day, rows}], one group for each run of one day; `dayOf(row)` is YYYY-MM-DD.
 * @template Row
 * @param {Row[]} rows
 * @param {(row: Row) => string} dayOf
 */
export function dayGroups(rows, dayOf) {
  /** @type {{ day: string, rows: Row[] }[]} */
  const groups = [];
  for (const row of rows) {
    const day = dayOf(row);
    const last = groups.at(-1);
    if (last?.day === day) last.rows.push(row);
    else groups.push({ day, rows: [row] });
  }
  return groups;
}

/**
 * "Today", "Yesterday", "Tomorrow" or the date.
 * @param {string} day YYYY-MM-DD
 */
export function dayHeading(day, now = new Date()) {
  const near = { [dayAfter(now, {})]: "timeline.today", [dayAfter(now, { days: -1 })]: "timeline.yesterday", [dayAfter(now, { days: 1 })]: "timeline.tomorrow" };
  return near[day] ? t(near[day]) : dayText(day);
}
