import { isMessage, t } from "../words/message.js";

/** Heading of a kind of schemas/error_kinds.json in the reader's language; "" for one of a newer helper. */
const titleOf = (/** @type {string} */ kind) => (isMessage(`error.title_${kind}`) ? t(`error.title_${kind}`) : "");

/** A failed call: `kind` from schemas/error_kinds.json, `title` its heading, `message` what happened and what to do. */
export class Problem extends Error {
  /** @param {{ kind: string, title?: string, detail?: string, where?: string, status?: number, certificate?: string, wants_certificate?: boolean }} problem */
  constructor({ kind, title, detail, where, status, certificate, wants_certificate: wantsCertificate }) {
    super(detail || title || kind);
    this.name = "Problem";
    this.kind = kind;
    this.title = titleOf(kind) || title || t("common.wrong");
    this.where = where;
    this.status = status;
    this.certificate = certificate;
    this.wantsCertificate = Boolean(wantsCertificate);
  }
}

/**
 * Problem of a failed answer (RFC 9457 document); an answer of another form becomes kind "protocol". A 401 with
 * WWW-Authenticate is about our own token (docs/bridge.md), not about an account's password: kind "signed-out".
 * @param {Response} response
 */
export async function problemOf(response) {
  const document = await response.json().catch(() => null);
  if (response.status === 401 && response.headers.has("WWW-Authenticate")) {
    return new Problem({ kind: "signed-out", title: t("error.signed_out"), detail: t("error.signed_out_about"), status: 401 });
  }
  if (document && typeof document.kind === "string") return new Problem(document);
  const detail = t("error.no_explanation", { status: String(response.status) });
  return new Problem({ kind: "protocol", detail, status: response.status });
}

/** Problem of a call that got no answer at all: the helper is away, which is no fault of a network or a server. */
export function noAnswer() {
  return new Problem({ kind: "no-answer", title: t("error.no_answer"), detail: t("error.no_answer_about") });
}
