import type { Language } from "../../contract/messages.ts";
import { Problem } from "../../http/problem.ts";
import type { Request } from "../../http/request.ts";
import type { Challenges, CodeSubject } from "../../ports/challenges.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Keys } from "../../ports/keys.ts";
import type { Metrics } from "../../ports/metrics.ts";
import type { PublicFlow, PublicRegistrationTokens } from "../../ports/public-registrations.ts";
import type { CodeTimes } from "./rules/shown.ts";
import { subjectOf } from "./rules/subject.ts";

export interface SenderParts {
  readonly challenges: Pick<Challenges, "issue">;
  readonly tokens: Pick<PublicRegistrationTokens, "link">;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly metrics: Metrics;
}

interface To {
  readonly email: string;
  /** The address, folded. */
  readonly account: string;
  /** An account has it: its mailbox is told so, and gets no link and no code. */
  readonly taken: boolean;
  /** The registration that waits for it, if there is one. */
  readonly flow: PublicFlow | undefined;
  /** It was opened just now: with its mail it is the newest of its address. */
  readonly isNew?: boolean;
}

/**
 * One mail with link and code, or, to an address that has an account, one that says so; to nobody where neither is. The same calls and the
 * same answer in each case, and never sent within the request (T04). Throws `code-wait` and `code-limit`.
 */
export async function sendActivation(
  { challenges, tokens, keys, clock, metrics }: SenderParts,
  { email, account, taken, flow, isNew }: To,
  { client, language }: { readonly client: Request["client"]; readonly language: Language },
): Promise<CodeTimes> {
  const addressKey = await keys.mac("account-email", account);
  const hours = (until: number) => Math.max(1, Math.round((until - clock.now()) / 3_600_000));
  const subject: CodeSubject = {
    subject: flow === undefined ? `public#decoy#${addressKey}` : subjectOf(flow.flowId),
    account: addressKey,
    kind: "code-public",
    email,
    ...(taken ? { activation: { account } } : {}),
    ...(!taken && flow !== undefined
      ? { activation: { activate: await tokens.link(flow), hours: hours(flow.expiresAt) } }
      : {}),
    ...(taken || flow !== undefined ? {} : { decoy: true }),
    ...(isNew && flow !== undefined ? { registered: { flowId: flow.flowId, account, expiresAt: flow.expiresAt } } : {}),
  };
  const issued = await challenges.issue(subject, {
    client: await keys.mac("limit", client.network),
    fromSchool: client.fromSchool,
    language,
  });
  if (issued.kind === "wait") throw new Problem("code-wait", { retryAfter: issued.seconds });
  if (issued.kind !== "issued") throw new Problem("code-limit", { retryAfter: 3_600 });
  metrics.count("CodeSent");
  return { codeExpiresAt: issued.expiresAt, resendAt: issued.resendAt };
}
