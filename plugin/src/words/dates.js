const dayForm = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const momentForm = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** "20 Nov 2026" for a date as YYYY-MM-DD; other texts come back as they are. A date has no time zone. */
export function dayText(day) {
  return /^\d{4}-\d\d-\d\d$/.test(day ?? "") ? dayForm.format(new Date(`${day}T00:00:00Z`)) : (day ?? "");
}

/** "Fri 20 Nov, 09:30" in local time for a date-time; "" when it is not one. */
export function momentText(moment) {
  const time = new Date(moment);
  return Number.isNaN(time.getTime()) ? "" : momentForm.format(time);
}

/** Local calendar day as YYYY-MM-DD, `days` and `months` after `from`; a month's end stays inside the month. */
export function dayAfter(from, { days = 0, months = 0 }) {
  const day = new Date(from.getFullYear(), from.getMonth() + months, 1);
  const last = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
  day.setDate(Math.min(from.getDate(), last) + days);
  const two = (number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** "7 May" or "7 May 1980" for a vCard birthday (YYYY-MM-DD or --MM-DD). */
export function birthdayText(birthday) {
  if (!/^--\d\d-\d\d$/.test(birthday)) return dayText(birthday);
  return dayText(`2000${birthday.slice(1)}`).replace(" 2000", "");
}

/** "Week 48" for an ISO week 2026-W48. */
export const weekText = (week) => `Week ${Number(week.split("-W")[1])}`;
