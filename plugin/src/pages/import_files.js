/** @import { Bridge } from "../bridge/bridge.ts" */
/** @import { ImportPreview } from "../generated/contract.ts" */

/** What one import takes at most. */
export const mostBytes = 64 * 1024 * 1024;
export const mostFiles = 20;
/** How files end that can be chosen. */
export const endings = [".vcf", ".vcard", ".ics", ".csv", ".txt", ".json", ".zip"];

// So that a request with it in base64 stays below the 1 MiB of a body.
const piece = 512 * 1024;
const letters = 8192;

/** @param {Uint8Array} bytes */
function base64(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += letters) parts.push(String.fromCharCode(...bytes.subarray(at, at + letters)));
  return btoa(parts.join(""));
}

/**
 * Announces the files and sends them in pieces. `came` is told the share that has come, from 0 to 1.
 * @param {Bridge} bridge
 * @param {File[]} files
 * @param {{ began: (id: string) => void, came: (share: number) => void, signal: AbortSignal }} options
 */
export async function sendFiles(bridge, files, { began, came, signal }) {
  const announced = files.map(({ name, size }) => ({ name: name.slice(0, 255), size }));
  // Not given up half-way: what the helper had begun meanwhile could not be named any more, and so not be forgotten.
  const { id } = await bridge.startImport({}, { files: announced });
  if (signal.aborted) await bridge.cancelImport({ id });
  signal.throwIfAborted();
  began(id);
  for (const [at, file] of files.entries()) {
    for (let from = 0; from < file.size; from += piece) {
      const bytes = new Uint8Array(await file.slice(from, from + piece).arrayBuffer());
      const answer = await bridge.sendToImport({ id }, { file: at, bytes: base64(bytes) }, { signal });
      came(answer.total ? answer.came / answer.total : 1);
    }
  }
}

/**
 * How many entries would be taken.
 * @param {ImportPreview} preview
 * @param {boolean} unsure also those who may be here already, and what happened with them
 */
export function countTaken({ people, events, notes }, unsure) {
  return people.new + events.new + notes.new + (unsure ? people.unsure + notes.unsure : 0);
}

/**
 * What was dropped, apart: files to read, and names of folders and of files that end like none of ours.
 * @param {DataTransfer} dropped
 */
export function dropped({ items }) {
  const files = [...items].filter(({ kind }) => kind === "file").map((item) => ({ file: item.getAsFile(), folder: item.webkitGetAsEntry?.()?.isDirectory ? item.webkitGetAsEntry()?.name : undefined }));
  const isKnown = (/** @type {File} */ { name }) => endings.some((ending) => name.toLowerCase().endsWith(ending));
  const taken = files.flatMap(({ file, folder }) => (file && folder === undefined && isKnown(file) ? [file] : []));
  const refused = files.flatMap(({ file, folder }) => (folder ?? (file && !isKnown(file) ? file.name : []))).filter(Boolean);
  return { taken, refused };
}
