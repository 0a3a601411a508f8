// Client of Thunderbird's Marionette: TCP on loopback, messages `LENGTH:JSON`,
// request [0, id, command, parameters], answer [1, id, error, result].
import { connect } from 'node:net';
import { within } from './wait.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export class Marionette {
  #socket;
  #buffer = Buffer.alloc(0);
  #waiting = new Map();
  #nextId = 1;
  #greeting;

  /** Connects and opens a session. Fails when nothing listens yet. */
  static async open(port) {
    const client = new Marionette();
    await client.#connect(port);
    await client.send('WebDriver:NewSession', {});
    return client;
  }

  #connect(port) {
    return new Promise((resolve, reject) => {
      this.#greeting = resolve;
      this.#socket = connect(port, '127.0.0.1');
      this.#socket.on('data', (bytes) => this.#read(bytes));
      this.#socket.on('error', reject);
      this.#socket.on('close', () => {
        reject(new Error('Marionette closed the connection'));
        for (const { reject: fail } of this.#waiting.values()) fail(new Error('Marionette closed the connection'));
        this.#waiting.clear();
      });
    });
  }

  #read(bytes) {
    this.#buffer = Buffer.concat([this.#buffer, bytes]);
    for (;;) {
      const colon = this.#buffer.indexOf(':');
      if (colon < 0) return;
      const length = Number(this.#buffer.subarray(0, colon).toString());
      const end = colon + 1 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.subarray(colon + 1, end).toString('utf8'));
      this.#buffer = this.#buffer.subarray(end);
      this.#deliver(message);
    }
  }

  #deliver(message) {
    if (!Array.isArray(message)) {
      this.#greeting();
      return;
    }
    const [, id, error, result] = message;
    const request = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (!request) return;
    if (error) request.reject(new Error(`${request.command}: ${error.error}: ${error.message}`));
    else request.resolve(result?.value !== undefined && Object.keys(result).length === 1 ? result.value : result);
  }

  /** Sends one command and returns its result (the `value` when that is all there is). */
  send(command, parameters = {}, timeout = 30000) {
    const id = this.#nextId++;
    const text = Buffer.from(JSON.stringify([0, id, command, parameters]));
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { command, resolve, reject }));
    this.#socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
    return within(timeout, command, answer);
  }

  /** Runs `body` (the text of a function body, arguments in `args`) with chrome rights; it may await and return. */
  async chrome(body, args = {}, timeout = 30000) {
    return this.#run('chrome', body, args, timeout);
  }

  /** Runs `body` in the page of the current window handle. */
  async content(body, args = {}, timeout = 30000) {
    return this.#run('content', body, args, timeout);
  }

  async #run(context, body, args, timeout) {
    await this.send('Marionette:SetContext', { value: context });
    await this.send('WebDriver:SetTimeouts', { script: timeout });
    // Errors come back as values, so that their message survives the border with its text whole.
    const script = `const [args, done] = arguments;
      (async (args) => { ${body} })(args).then((value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error), stack: String(error?.stack) }));`;
    const answer = await this.send('WebDriver:ExecuteAsyncScript',
      { script, args: [args], sandbox: context === 'chrome' ? 'system' : 'default', newSandbox: false }, timeout + 5000);
    if (answer?.error !== undefined) throw new Error(`${answer.error}\n${answer.stack}`);
    return answer?.value;
  }

  /** Handles of the content pages (tabs, the space, popups) as Marionette sees them. */
  async pages() {
    await this.send('Marionette:SetContext', { value: 'content' });
    return this.send('WebDriver:GetWindowHandles');
  }

  async use(handle) {
    await this.send('WebDriver:SwitchToWindow', { handle, focus: false });
  }

  /** Clicks the element of the current page that the CSS selector finds, as a pointer would. */
  async click(selector) {
    await this.send('Marionette:SetContext', { value: 'content' });
    const found = await this.send('WebDriver:FindElement', { using: 'css selector', value: selector });
    await this.send('WebDriver:ElementClick', { id: found[ELEMENT] });
  }

  /** Types into the element of the current page that the CSS selector finds. */
  async type(selector, text) {
    await this.send('Marionette:SetContext', { value: 'content' });
    const found = await this.send('WebDriver:FindElement', { using: 'css selector', value: selector });
    await this.send('WebDriver:ElementSendKeys', { id: found[ELEMENT], text });
  }

  /** PNG of the current page (context content) or window (context chrome). */
  async picture(context) {
    await this.send('Marionette:SetContext', { value: context });
    return Buffer.from(await this.send('WebDriver:TakeScreenshot', { full: false }), 'base64');
  }

  close() {
    this.#socket?.destroy();
  }
}
