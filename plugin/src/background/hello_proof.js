const encoder = new TextEncoder();
const hex = (/** @type {ArrayBuffer | Uint8Array<ArrayBuffer>} */ bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Hex HMAC-SHA-256 of "nonce:port" with the key SHA-256(token): what the true helper answers to hello.
 * @param {{ token: string, nonce: string, port: number }} hello
 */
export async function expectedProof({ token, nonce, port }, crypto = globalThis.crypto) {
  const keyBytes = await crypto.subtle.digest("SHA-256", encoder.encode(token));
  const key = await crypto.subtle.importKey("raw", keyBytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return hex(await crypto.subtle.sign("HMAC", key, encoder.encode(`${nonce}:${port}`)));
}

/**
 * Whether the program listening on the port knows the token. The token itself is not sent:
 * another user of this machine could be sitting on the port.
 * @param {{ port: number, token: string }} helper
 * @param {{ fetch: typeof globalThis.fetch, crypto?: Crypto }} host
 */
export async function knowsToken({ port, token }, { fetch, crypto = globalThis.crypto }) {
  const nonce = hex(crypto.getRandomValues(new Uint8Array(16)));
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/hello`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ nonce, client: "thunderbird" }),
    credentials: "omit",
    cache: "no-store",
    redirect: "error",
  });
  if (!response.ok) return false;
  const { proof } = await response.json();
  return proof === (await expectedProof({ token, nonce, port }, crypto));
}
