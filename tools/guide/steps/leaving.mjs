// Leaving: the add-on is removed as a user removes it.
import { waitFor } from '../../../tests/host/support/wait.mjs';
import { addonId } from '../../../tests/host/support/goodturn.mjs';

const CARD = `
  const { document } = Services.wm.getMostRecentWindow("mail:3pane");
  const page = [...document.querySelectorAll("browser")].find((one) => one.currentURI?.spec === "about:addons")?.contentDocument;
  const card = page?.querySelector('addon-card[addon-id="' + args.addonId + '"]');`;

export const steps = {
  'open-menu': async (stage) => {
    await stage.host.chrome('Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("button-appmenu").click();');
    await stage.press('Add-ons and Themes');
    await waitFor('the card of the add-on', () => stage.host.chrome(`${CARD}
      const more = card?.querySelector(".more-options-button");
      (more?.shadowRoot?.querySelector("button") ?? more)?.click();
      return !!more;`, { addonId }));
    await stage.picture('Remove');
  },
  confirm: async (stage) => {
    const running = stage.goodturn.pid();
    const { marionette } = stage.host;
    await stage.see('Remove');
    // From another turn of the main loop: Thunderbird's question holds the one that it is asked in. It also ends by itself
    // as soon as a script looks at it, so it is answered without a look.
    await stage.host.chrome(`${CARD}
      Services.tm.dispatchToMainThread(() => card.querySelector('[action="remove"]').click());`, { addonId });
    await waitFor('the question', async () => /Goodturn/.test(await marionette.send('WebDriver:GetAlertText')));
    await marionette.send('WebDriver:AcceptAlert');
    await waitFor('the end of the helper', () => {
      try { return !process.kill(running, 0); } catch { return true; }
    });
    await stage.picture('Undo');
  },
};
