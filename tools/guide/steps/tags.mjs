// Tags: allowed for a book, given to one person, to many, and from a message.
import { message } from '../../../tests/host/support/mail.mjs';
import { addonId } from '../../../tests/host/support/goodturn.mjs';
import { waitFor } from '../../../tests/host/support/wait.mjs';

const row = '[role=option]';

export const steps = {
  'write-back': async (stage) => {
    await stage.go('Accounts & sync');
    await stage.press('Write tags back');
    await waitFor('the question', () => stage.addon.space.count('dialog [data-action=agree]'));
    await stage.picture();
    await stage.addon.space.click('dialog [data-action=agree]');
    await waitFor('the switch is on', () => stage.addon.space.count('[data-field=write_back]:checked'));
  },
  search: async (stage) => {
    await stage.go('People');
    await waitFor('people', () => stage.addon.space.count(row));
    await stage.see('Search');
    await stage.addon.space.type('input[type=search]', 'an');
    await waitFor('fewer people', async () => (await stage.addon.space.count(row)) > 0);
    await stage.picture('Search');
  },
  role: async (stage) => {
    await stage.addon.space.click(row);
    await stage.see('Another tag');
    await stage.press('+ Sounding board');
    await waitFor('the role', () => stage.addon.space.count('[data-remove="sounding board"], [data-remove=sounding-board]'));
    await stage.pictureOf([]);
  },
  many: async (stage) => {
    await stage.press('People');
    await waitFor('people', () => stage.addon.space.count(row));
    for (const at of [0, 1, 2]) await stage.addon.space.run('document.querySelectorAll("[role=option] .tick")[args.at].click();', { at });
    await waitFor('the line for all', () => stage.addon.space.count('gt-bulk-tags input'));
    await stage.addon.space.type('gt-bulk-tags input', 'choir');
    await stage.see('Tag all');
    await stage.press('Tag all');
    await stage.picture('Tag all', 'Undo');
  },
  'allow-messages': async (stage) => {
    const [person] = (await stage.goodturn.ask('GET', '/api/v1/people?limit=50')).people.filter((one) => one.email);
    stage.writer = person;
    await stage.mail.add('Letters', 'letter', message({ from: `${person.name} <${person.email}>`, to: 'Alex <alex@example.org>',
      subject: 'About Thursday', text: 'Hello Alex,\r\n\r\nThursday suits me well.\r\n' }));
    await stage.mail.open('Letters', 'About Thursday');
    await stage.see('Who is this?');
    await stage.mail.pressAddonButton(addonId);
    await stage.picture('Allow');
    await stage.press('Allow');
    await stage.addon.allowPermission();
    await waitFor('the first card is closed', async () => !(await stage.addon.sender.exists()));
  },
  card: async (stage) => {
    await waitFor('the card', async () => {
      if (!(await stage.addon.sender.exists())) await stage.mail.pressAddonButton(addonId);
      return stage.addon.sender.count('h1', stage.writer.name);
    }, { timeout: 20000, every: 500 });
    await stage.addon.sender.click('[data-add=ally]');
    await waitFor('the tag', () => stage.addon.sender.count('[data-remove=ally]'));
    await stage.pictureOf([]);
    await stage.addon.closePopups();
  },
};
