import { errorTitles } from "../generated/error_kinds.js";
import { t } from "../words/message.js";

/** A failed call: `kind` from schemas/error_kinds.json, `title` its heading, `message` what happened and what to do. */
export class Problem extends Error {
  constructor({ kind, title, detail, where, status }) {
    super(detail || title || kind);
    this.name = "Problem";
    this.kind = kind;
    this.title = title || errorTitles[kind] || t("common.wrong");
    this.where = where;
    this.status = status;
  }
}

/** Problem of a failed answer (RFC 9457 document); an answer of another form becomes kind "protocol". */
export async function problemOf(response) {
  const document = await response.json().catch(() => null);
  if (document && typeof document.kind === "string") return new Problem(document);
  const detail = t("error.no_explanation", { status: String(response.status) });
  return new Problem({ kind: "protocol", detail, status: response.status });
}

/** Problem of a call that got no answer at all. */
export function noAnswer() {
  return new Problem({ kind: "network", title: t("error.no_answer"), detail: t("error.no_answer_about") });
}
