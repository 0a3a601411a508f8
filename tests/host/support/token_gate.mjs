// A DAV server that wants tokens: a gate before a Radicale, which asks the authorization server of
// tests/support/servers/oauth.mjs what a token is worth.
import { createServer, request as ask } from 'node:http';
import { alice } from './servers.mjs';

const basic = `Basic ${Buffer.from(`${alice.user}:${alice.password}`).toString('base64')}`;

/** How a client introduces itself to that authorization server. */
export const client = { client_id: 'desktop', scope: 'openid offline_access contacts' };

async function isGood(authority, header) {
  const [scheme, token] = (header ?? '').split(' ');
  if (scheme !== 'Bearer') return false;
  const body = new URLSearchParams({ token, client_id: 'gate', client_secret: 'gate-secret' });
  return (await (await fetch(`${authority.url}/token/introspection`, { method: 'POST', body })).json()).active === true;
}

/** Starts the gate before `server` ({url}); whoever has a good token of `authority` ({url}) is alice. Gives {url, stop}. */
export async function startTokenGate(server, authority) {
  const { hostname, port } = new URL(server.url);
  const known = new Set();
  const isKnown = async (header) => known.has(header) || ((await isGood(authority, header)) && known.add(header));
  const gate = createServer(async (request, response) => {
    if (!(await isKnown(request.headers.authorization).catch(() => false))) {
      response.writeHead(401, { 'WWW-Authenticate': 'Bearer realm="cards"' });
      return response.end();
    }
    const headers = { ...request.headers, authorization: basic };
    return request.pipe(ask({ hostname, port, method: request.method, path: request.url, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    }));
  });
  await new Promise((resolve) => gate.listen(0, '127.0.0.1', resolve));
  const stop = () => new Promise((resolve) => (gate.close(resolve), gate.closeAllConnections()));
  return { url: `http://127.0.0.1:${gate.address().port}`, stop };
}
