// Keys as a keyboard gives them: Marionette's key actions, which go through Thunderbird's own event handling.

// Code points of the WebDriver standard (section 17.4.2).
const special = { Alt: '\uE00A', Control: '\uE009', Shift: '\uE008', Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004' };

/** Presses a combination such as "Control+Alt+g" in Thunderbird's main window, or in the newest window of another type. */
export async function pressKeys(host, combination, type = 'mail:3pane') {
  await host.chrome('Services.wm.getMostRecentWindow(args.type).focus();', { type });
  const keys = combination.split('+').map((name) => special[name] ?? name);
  const actions = [...keys.map((value) => ({ type: 'keyDown', value })), ...keys.reverse().map((value) => ({ type: 'keyUp', value }))];
  await host.marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
}
