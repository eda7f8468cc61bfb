import type { Channel } from "../contract/messages.ts";
import { Problem } from "../http/problem.ts";
import type { Request } from "../http/request.ts";
import type { CodeSubject } from "../ports/challenges.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Draft } from "../ports/registrations.ts";
import type { Proving } from "./proving.ts";

/** Who applies, read from this browser's own sealed cookie: another browser has another application or none (T10). */
export async function applicantOf(
  cookies: Request["cookies"],
  drafts: Drafts,
): Promise<{ readonly subject: CodeSubject; readonly draft: Draft }> {
  const draft = await drafts.read(cookies.flow);
  if (draft === undefined) throw new Problem("registration-missing");
  if (draft.accountName === undefined || draft.consent === undefined) throw new Problem("registration-step");
  const { flowId, revision, personKey, email, mobile } = draft;
  const subject: CodeSubject = {
    subject: `register#${flowId}`,
    account: personKey,
    kind: "code-register",
    email,
    mobile,
    flow: { flowId, revision },
  };
  return { subject, draft };
}

/** M18: a code proves the channel it went to. */
export async function applicantProving(cookies: Request["cookies"], drafts: Drafts): Promise<Proving> {
  const { subject, draft } = await applicantOf(cookies, drafts);
  const codes: Channel[] = [...(subject.email ? ["email" as const] : []), ...(subject.mobile ? ["sms" as const] : [])];
  return {
    subject,
    codes,
    neverRight: false,
    current: async () => subject,
    async answer(_challenge, proved) {
      const channel = proved as Channel;
      return { body: { verified: true, channel }, setCookies: [await drafts.cookie({ ...draft, proved: channel })] };
    },
  };
}
