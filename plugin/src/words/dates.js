import { language, t } from "./message.js";

/** @type {Map<string, Intl.DateTimeFormat>} */
const forms = new Map();

/**
 * The form of a date in the user's language, made once.
 * @param {Intl.DateTimeFormatOptions} options
 */
function form(options) {
  const key = `${language()} ${JSON.stringify(options)}`;
  const known = forms.get(key) ?? new Intl.DateTimeFormat(language(), options);
  forms.set(key, known);
  return known;
}

const isDay = (/** @type {string | undefined} */ day) => /^\d{4}-\d\d-\d\d$/.test(day ?? "");
/** @type {Intl.DateTimeFormatOptions} */
const dayOptions = { day: "numeric", month: "short", timeZone: "UTC" };
/** @type {Intl.DateTimeFormatOptions} */
const momentOptions = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };

/**
 * "20 Nov 2026" for a date as YYYY-MM-DD; other texts come back as they are. A date has no time zone.
 * @param {string} [day]
 */
export function dayText(day) {
  return isDay(day) ? form({ ...dayOptions, year: "numeric" }).format(new Date(`${day}T00:00:00Z`)) : (day ?? "");
}

/** "Nov" for a date as YYYY-MM-DD. */
export const monthText = (/** @type {string} */ day) => (isDay(day) ? form({ month: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)) : "");

/**
 * "Fri 20 Nov, 09:30" in local time for a date-time; "" when it is not one.
 * @param {string} moment
 */
export function momentText(moment) {
  const time = new Date(moment);
  return Number.isNaN(time.getTime()) ? "" : form(momentOptions).format(time);
}

/**
 * Local calendar day as YYYY-MM-DD, `days` and `months` after `from`; a month's end stays inside the month.
 * @param {Date} from
 * @param {{ days?: number, months?: number }} step
 */
export function dayAfter(from, { days = 0, months = 0 }) {
  const day = new Date(from.getFullYear(), from.getMonth() + months, 1);
  const last = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
  day.setDate(Math.min(from.getDate(), last) + days);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/**
 * "7 May" or "7 May 1980" for a vCard birthday (YYYY-MM-DD or --MM-DD).
 * @param {string} birthday
 */
export function birthdayText(birthday) {
  if (!/^--\d\d-\d\d$/.test(birthday)) return dayText(birthday);
  return form(dayOptions).format(new Date(`2000${birthday.slice(1)}T00:00:00Z`));
}

/** "Week 48" for an ISO week 2026-W48. */
export const weekText = (/** @type {string} */ week) => t("dates.week", { week: String(Number(week.split("-W")[1])) });
