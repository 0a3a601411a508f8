// Follow-ups in the calendar: subscribed to through Thunderbird's own dialog, ticked, moved.
import { waitFor } from '../../../tests/host/support/wait.mjs';

const calendar = 'Goodturn';
const day = 86400000;

/** Runs a body with `dialog`, the document of Thunderbird's dialog for a new calendar. */
const inDialog = (stage, body, args = {}) => stage.host.chrome(`
  const dialog = [...Services.wm.getEnumerator(null)].find((win) => win.location.href.includes("calendar-creation"))?.document;
  ${body}`, args);

/** Takes the picture of that dialog alone, with frames around these words. */
async function picture(stage, ...words) {
  const places = [];
  for (const one of words) places.push(await stage.see(one));
  await stage.pictureOf(places, await stage.windowOf('calendar-creation'));
}

/** The calendar's open tasks with the suggestion that each stands for: [{id, title, due, suggestion}]; other tasks are left out. */
async function openTasks(stage) {
  const open = (await stage.goodturn.ask('GET', '/api/v1/week')).suggestions.filter((one) => one.state === 'open');
  const tasks = (await stage.calendars.tasks(calendar)).filter((task) => !task.completed);
  return tasks.map((task) => ({ ...task, suggestion: open.find((one) => task.text.includes(`UID:${one.id}`)) })).filter((task) => task.suggestion);
}

/** Selects the task of that title in the task list, as a click on its row does, and tells where the row is. */
const select = (stage, title) => waitFor(`the row of ${title}`, () => stage.host.chrome(`
  const win = Services.wm.getMostRecentWindow("mail:3pane");
  const tree = win.document.getElementById("calendar-task-tree");
  const row = [...Array(tree.view?.rowCount ?? 0).keys()].find((one) => tree.getTaskAtRow(one).title === args.title);
  if (row === undefined) return null;
  tree.view.selection.select(row);
  tree.ensureRowIsVisible(row);
  const box = tree.querySelector("treechildren").getBoundingClientRect();
  const { y, height } = tree.getCoordsForCellItem(row, tree.columns[0], "cell");
  return { left: Math.round(win.mozInnerScreenX + box.left + 6), width: Math.round(box.width - 12),
    top: Math.round(win.mozInnerScreenY + box.top + y), height };`, { title }));

export const steps = {
  'copy-address': async (stage) => {
    await stage.go('This week');
    await stage.press('Show in calendar');
    await stage.picture('Copy the address');
    await stage.press('Copy the address');
    await stage.see('Address copied.');
    await stage.addon.space.dismissToast();
  },
  'add-calendar': async (stage) => {
    await stage.calendars.show('calendar');
    await stage.picture('Add Calendar…');
    await stage.press('Add Calendar…');
  },
  'on-the-network': async (stage) => {
    await stage.press('On the Network');
    await stage.press('Next');
  },
  'paste-address': async (stage) => {
    await stage.see('Location:');
    await inDialog(stage, `
      const field = dialog.getElementById("network-location-input");
      field.focus();
      dialog.defaultView.goDoCommand("cmd_paste");`);
    await waitFor('the pasted address', () => inDialog(stage, 'return dialog.getElementById("network-location-input").value.includes("Goodturn.ics?token=");'));
    await stage.press('This location doesn’t require credentials');
    await picture(stage, 'Location:', 'This location doesn’t require credentials', 'Find Calendars');
    await stage.press('Find Calendars');
  },
  subscribe: async (stage) => {
    await stage.see(calendar);
    await picture(stage, 'Properties', 'Subscribe');
    await stage.press('Properties');
    await waitFor('the properties', () => stage.host.chrome(`
      const list = [...Services.wm.getEnumerator(null)].map((win) => win.document.getElementById("calendar-refreshInterval-menulist")).find(Boolean);
      if (!list?.itemCount) return false;
      list.value = "1";
      return true;`));
    await stage.see('Every minute');
    await stage.press('OK');
    await stage.press('Subscribe');
    await waitFor('the tasks', async () => (await openTasks(stage)).length > 1, { timeout: 30000 });
  },
  tasks: async (stage) => {
    await stage.calendars.show('tasks');
    const [task] = await openTasks(stage);
    await stage.pictureOf([await select(stage, task.title)]);
  },
  tick: async (stage) => {
    const [task] = await openTasks(stage);
    const { id, person } = task.suggestion;
    await stage.calendars.tick(calendar, task.id);
    await waitFor('the contact in the helper', async () => (await stage.goodturn.ask('GET', '/api/v1/week')).suggestions.every((one) => one.id !== id || one.state !== 'open'));
    await stage.go('This week');
    await stage.addon.space.run('window.location.hash = args.route;', { route: `#/people/${encodeURIComponent(person)}` });
    await waitFor('the history', () => stage.addon.space.count('.timeline li'));
    await stage.see('This week');
    await stage.pictureOf([await stage.addon.space.run(`
      const entry = document.querySelector(".timeline li");
      entry.scrollIntoView({ block: "center" });
      const { left, top, width, height } = entry.getBoundingClientRect();
      return { left: Math.round(window.mozInnerScreenX + left), top: Math.round(window.mozInnerScreenY + top), width: Math.round(width), height: Math.round(height) };`)]);
  },
  move: async (stage) => {
    await stage.calendars.show('tasks');
    const [task] = await openTasks(stage);
    const due = Date.UTC(task.due.slice(0, 4), task.due.slice(4, 6) - 1, task.due.slice(6, 8)) + 3 * day;
    const until = new Date(due).toISOString().slice(0, 10);
    const { person } = task.suggestion;
    await stage.calendars.move(calendar, task.id, until.replaceAll('-', ''));
    await waitFor('the rest', async () => (await stage.goodturn.ask('GET', `/api/v1/people/${encodeURIComponent(person)}`)).snoozed_until === until);
    await stage.go('This week');
    await stage.see('Later');
    await stage.addon.space.run('window.location.hash = args.route;', { route: `#/people/${encodeURIComponent(person)}` });
    await stage.picture('Resting until');
  },
};
