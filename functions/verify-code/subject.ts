import type { Purpose } from "../contract/schemas/verify-code.ts";
import { Problem } from "../http/problem.ts";
import type { Request } from "../http/request.ts";
import type { CodeSubject } from "../ports/challenges.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Draft } from "../ports/registrations.ts";

/** Whose code it is, read from this browser's own sealed cookie: another browser has another subject or none (T10). */
export interface Proving {
  readonly subject: CodeSubject;
  readonly draft: Draft;
}

/** Each purpose finds its subject in its own way; a new purpose is a new line here. */
export async function provingOf(purpose: Purpose, cookies: Request["cookies"], drafts: Drafts): Promise<Proving> {
  const draft = await drafts.read(cookies.flow);
  if (draft === undefined) throw new Problem("registration-missing");
  if (draft.accountName === undefined || draft.consent === undefined) throw new Problem("registration-step");
  const { flowId, revision, personKey, email, mobile } = draft;
  const subject: CodeSubject = {
    subject: `${purpose}#${flowId}`,
    account: personKey,
    kind: "code-register",
    email,
    mobile,
    flow: { flowId, revision },
  };
  return { subject, draft };
}
