// Client of Thunderbird's Marionette: TCP on loopback, messages `LENGTH:JSON`,
// request [0, id, command, parameters], answer [1, id, error, result].
import { connect } from 'node:net';
import { within } from './wait.mjs';

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
    else request.resolve(result?.value === undefined ? result : result.value);
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
    await this.send('Marionette:SetContext', { value: 'chrome' });
    await this.send('WebDriver:SetTimeouts', { script: timeout });
    // Errors come back as values, so that their message survives the border with its text whole.
    const script = `const [args, done] = arguments;
      (async (args) => { ${body} })(args).then((value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error), stack: String(error?.stack) }));`;
    const answer = await this.send('WebDriver:ExecuteAsyncScript',
      { script, args: [args], sandbox: 'system', newSandbox: false }, timeout + 5000);
    if (answer?.error !== undefined) throw new Error(`${answer.error}\n${answer.stack}`);
    return answer?.value;
  }

  /** PNG of the current chrome window. */
  async picture() {
    await this.send('Marionette:SetContext', { value: 'chrome' });
    return Buffer.from(await this.send('WebDriver:TakeScreenshot', { full: false }), 'base64');
  }

  close() {
    this.#socket?.destroy();
  }
}
