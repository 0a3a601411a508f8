// Thunderbird's own calendar, driven through its calendar manager in chrome context.

const CALENDAR = `
  const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
  const byName = (name) => {
    const found = cal.manager.getCalendars().find((one) => one.name === name);
    if (!found) throw new Error("no calendar " + name);
    return found;
  };
  const tasks = (calendar) => calendar.getItemsAsArray(
    Ci.calICalendar.ITEM_FILTER_TYPE_TODO | Ci.calICalendar.ITEM_FILTER_COMPLETED_ALL, 0, null, null);
  const task = async (name, id) => {
    const found = (await tasks(byName(name))).find((one) => one.id === id);
    if (!found) throw new Error("no task " + id);
    return found;
  };
  const shape = (item) => ({ id: item.id, title: item.title, completed: item.isCompleted,
    due: item.dueDate?.icalString ?? null, description: item.getProperty("DESCRIPTION"), text: item.icalString });
`;

export class Calendars {
  #host;

  constructor(host) {
    this.#host = host;
  }

  #run(body, args = {}, timeout = 20000) {
    return this.#host.chrome(CALENDAR + body, args, timeout);
  }

  /** Adds an "iCalendar (ICS)" calendar on an address; \`offline\` is the box "Offline Support" of the dialog. */
  add(name, url, { offline = true } = {}) {
    return this.#run(`
      const calendar = cal.manager.createCalendar("ics", Services.io.newURI(args.url));
      calendar.name = args.name;
      calendar.setProperty("cache.enabled", args.offline);
      cal.manager.registerCalendar(calendar);
      return calendar.id;`, { name, url, offline });
  }

  /** Name, address and state of every calendar. */
  list() {
    return this.#run(`return cal.manager.getCalendars().map((one) => ({ name: one.name, type: one.type,
      url: one.uri.spec, readOnly: one.readOnly, disabled: !!one.getProperty("disabled"),
      status: one.getProperty("currentStatus") }));`);
  }

  /** Asks the calendar to read its source again and waits until it has loaded. */
  refresh(name) {
    return this.#run(`
      const calendar = byName(args.name);
      await new Promise((resolve) => {
        const observer = ({ QueryInterface: ChromeUtils.generateQI(["calIObserver"]),
          onStartBatch() {}, onEndBatch() {}, onAddItem() {}, onModifyItem() {}, onDeleteItem() {}, onError() {},
          onPropertyChanged() {}, onPropertyDeleting() {}, onLoad() { calendar.removeObserver(observer); resolve(); } });
        calendar.addObserver(observer);
        calendar.refresh();
      });`, { name });
  }

  /** The tasks of a calendar: id, title, completed, due, description, text (iCalendar). */
  tasks(name) {
    return this.#run('return (await tasks(byName(args.name))).map(shape);', { name });
  }

  /** Ticks a task, as the box in the task list does. */
  tick(name, id) {
    return this.#change(name, id, 'changed.isCompleted = true;');
  }

  /** Moves a task's due date to a day (YYYYMMDD). */
  move(name, id, day) {
    return this.#change(name, id,
      'const day = cal.createDateTime(args.day); day.isDate = true; changed.dueDate = day; changed.entryDate = null;', { day });
  }

  /** Gives a task another title: an edit that is none of ours. */
  retitle(name, id, title) {
    return this.#change(name, id, 'changed.title = args.title;', { title });
  }

  #change(name, id, edit, more = {}) {
    return this.#run(`
      const item = await task(args.name, args.id);
      const changed = item.clone();
      ${edit}
      return shape(await item.calendar.modifyItem(changed, item));`, { name, id, ...more });
  }

  delete(name, id) {
    return this.#run(`
      const item = await task(args.name, args.id);
      await item.calendar.deleteItem(item);`, { name, id });
  }

  /** Opens the calendar tab (or the tasks tab) in the main window. */
  show(tab = 'calendar') {
    return this.#run(`
      Services.wm.getMostRecentWindow("mail:3pane").document.getElementById(args.tab + "Button").click();`, { tab });
  }
}
