/**
 * Of the two times of a form, `from` and `until`, one needs the other: when one is given, the browser asks for the other in
 * its own words before the form is sent. For the form's "input".
 * @param {{ currentTarget: HTMLFormElement }} event
 */
export function bothTimes({ currentTarget: form }) {
  const [from, until] = ["from", "until"].map((name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name)));
  from.required = until.value !== "";
  until.required = from.value !== "";
}
