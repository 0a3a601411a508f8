// Sync: a server of one's own, the toolbar button, a look beforehand, what was changed.
import { addonId } from '../../../tests/host/support/goodturn.mjs';
import { alice, dav } from '../../../tests/host/support/servers.mjs';
import { ben } from '../../../tests/host/support/sample.mjs';
import { waitFor } from '../../../tests/host/support/wait.mjs';

const { user, password } = alice;

export const steps = {
  'test-account': async (stage) => {
    await stage.go('Accounts & sync');
    await stage.press('Add an account');
    for (const label of ['Address', 'User', 'Password']) await stage.see(label);
    const { space } = stage.addon;
    for (const [name, words] of Object.entries({ url: stage.server.url, user, password })) await space.type(`[name=${name}]`, words);
    await stage.press('Test');
  },
  'add-account': async (stage) => {
    await stage.picture('Add and sync these');
    await stage.press('Add and sync these');
    await waitFor('the second account', async () => (await stage.goodturn.ask('GET', '/api/v1/status')).accounts === 2);
    await waitFor('its people', async () => (await stage.goodturn.ask('GET', '/api/v1/people?query=Ben')).total > 0, { timeout: 30000 });
  },
  'one-click': async (stage) => {
    await stage.addon.pressToolbarButton();
    await waitFor('the report', () => stage.addon.popup.count('.report'), { timeout: 60000 });
    await stage.see('Goodturn');
    await stage.pictureOf([await stage.placeOf(`.unified-toolbar [extension="${addonId}"] button, .unified-toolbar button[extension="${addonId}"]`)]);
    await stage.addon.closePopups();
  },
  'only-look': async (stage) => {
    const address = `${stage.book}${ben.uid}.vcf`;
    const card = await dav('GET', address);
    await dav('PUT', address, { body: card.replace('NOTE:', 'NOTE:Moves to the lake. '), headers: { 'Content-Type': 'text/vcard; charset=utf-8' } });
    await stage.go('Accounts & sync');
    await stage.press('Only look');
    await waitFor('the plan', () => stage.addon.space.count('.plan li'), { timeout: 30000 });
    await stage.picture('Only look');
  },
  'sync-now': async (stage) => {
    await stage.press('Sync now');
    await stage.press('All figures');
    await stage.picture('Sync now', 'All figures');
  },
  changes: async (stage) => {
    await stage.press('Changes');
    await waitFor('the page', () => stage.addon.space.count('gt-history h1, gt-history h2'));
    await stage.picture();
  },
};
