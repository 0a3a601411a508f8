// What several page tests do on their way.

/** Switches "Write tags back" on for the first address book, as a user does; tagging needs it. */
export async function allowTagging(page) {
  await page.evaluate(() => (location.hash = "#/accounts"));
  const box = page.locator("[data-field=write_back]:enabled").first();
  await box.waitFor();
  if (await box.isChecked()) return;
  const saved = page.waitForResponse((response) => response.request().method() === "PATCH");
  await box.click();
  await page.click("dialog [data-action=agree]");
  await saved;
  await closeToast(page);
}

/** Waits for the toast and closes it, so that its undo is not taken for that of the next action. */
export async function closeToast(page) {
  await page.click(".toast > [aria-label]");
  await page.waitForSelector(".toast", { state: "detached" });
}

/** The rows of the People list in view, as the bridge gave them. */
export async function peopleRows(page) {
  await page.evaluate(() => (location.hash = "#/people"));
  await page.waitForSelector("[role=option] .name");
  return page.evaluate(() => {
    const { source } = document.querySelector("gt-people-list");
    return Array.from({ length: 60 }, (_, at) => source.row(at)).filter(Boolean);
  });
}

/** Opens the page of a person. */
export async function openPerson(page, uid) {
  await page.evaluate((wanted) => (location.hash = `#/people/${encodeURIComponent(wanted)}`), uid);
  await page.waitForFunction((wanted) => document.querySelector("gt-person")?.person?.uid === wanted && document.querySelector("gt-person h1"), uid);
}

/** Chooses somebody in a person field of the open dialog by typing part of the name. */
export async function pick(page, field, words) {
  const input = page.locator(`dialog [data-field="${field}"]`);
  await input.click();
  await input.pressSequentially(words);
  await takeFound(page, words);
}

/** Takes the chosen one of the list below a person field, once it answers all that was typed. */
export async function takeFound(page, words) {
  await page.locator(".found[aria-busy=false] [role=option][aria-selected=true]", { hasText: words }).waitFor();
  await page.keyboard.press("Enter");
}

/** Saves the open dialog and waits until it is gone. */
export async function saveDialog(page) {
  await page.click("dialog [data-action=save]");
  await page.waitForSelector("dialog", { state: "detached" });
}

/** Takes the last action back and waits for what `back` waits for. */
export async function undoTo(page, back) {
  await page.click("[data-action=undo]");
  await back();
}
