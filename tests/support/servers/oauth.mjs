// An authorization server with sign-in and consent pages of its own, everything in memory. usage: node oauth.mjs PORT
// Clients: "desktop" (public), "confidential" (secret "client-secret"), "gate" (asks what a token is worth).
// For tests: GET /test/counts; POST /test/forget-access ends all access tokens, POST /test/withdraw all consent.
import { createServer } from "node:http";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../../plugin/package.json", import.meta.url));
const { default: Provider } = await import(require.resolve("oidc-provider"));

const port = Number(process.argv[2]);
const native = {
  application_type: "native",
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code"],
  redirect_uris: ["http://127.0.0.1/"],
};
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    { client_id: "desktop", token_endpoint_auth_method: "none", ...native },
    { client_id: "confidential", client_secret: "client-secret", token_endpoint_auth_method: "client_secret_post", ...native },
    { client_id: "gate", client_secret: "gate-secret", token_endpoint_auth_method: "client_secret_post", grant_types: [], response_types: [], redirect_uris: [] },
  ],
  features: { devInteractions: { enabled: true }, revocation: { enabled: true }, introspection: { enabled: true } },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  scopes: ["openid", "offline_access", "contacts"],
  ttl: { AccessToken: 3600, AuthorizationCode: 60, RefreshToken: 86400, Grant: 86400, Interaction: 600, Session: 600, IdToken: 600 },
});

const counts = { tokens: 0, refused: 0, revoked: 0 };
const access = new Set();
const grants = new Set();
provider.on("grant.success", () => { counts.tokens += 1; });
provider.on("grant.error", () => { counts.refused += 1; });
provider.on("access_token.saved", (token) => { access.add(token.jti); grants.add(token.grantId); });
provider.on("refresh_token.destroyed", () => { counts.revoked += 1; });

async function forgetAccess() {
  for (const id of access) await (await provider.AccessToken.find(id))?.destroy();
  access.clear();
}

async function withdraw() {
  for (const id of grants) {
    await Promise.all([provider.AccessToken, provider.RefreshToken].map((kind) => kind.revokeByGrantId(id)));
    await (await provider.Grant.find(id))?.destroy();
  }
  grants.clear();
}

const own = {
  "/": async () => "ready",
  "/test/counts": async () => JSON.stringify(counts),
  "/test/forget-access": async () => `${await forgetAccess() ?? ""}`,
  "/test/withdraw": async () => `${await withdraw() ?? ""}`,
};
const answer = provider.callback();
createServer(async (request, response) => {
  const act = own[request.url];
  if (act) response.end(await act());
  else answer(request, response);
}).listen(port, "127.0.0.1");
