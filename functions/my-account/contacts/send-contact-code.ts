import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { isSameContact, maskContact } from "../../person/contact.ts";
import type { Challenges } from "../../ports/challenges.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Keys } from "../../ports/keys.ts";
import type { Delivery } from "../../ports/messages.ts";
import type { Metrics } from "../../ports/metrics.ts";
import { contactSubject, readNewContact } from "./new-contact.ts";

interface Parts {
  readonly challenges: Pick<Challenges, "issue">;
  readonly delivery: Delivery;
  readonly keys: Pick<Keys, "mac">;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly accountDomain: string;
}

/** M35, T20: a code to the new contact and nowhere else, under all limits of codes. A contact that is there but not proved may be proved so. */
export function sendContactCode(parts: Parts): Action<"POST /api/my-account/contacts/code"> {
  const { challenges, delivery, keys, clock, metrics } = parts;
  return async ({ body, session, client }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { channel, value } = readNewContact(body, session.profile, parts.accountDomain);
    const present = session.profile[channel === "email" ? "email" : "mobile"];
    if (present?.proved && isSameContact(present.value, value)) throw new Problem("contact-same");

    const request = {
      client: await keys.mac("limit", client.network),
      fromSchool: client.fromSchool,
      language: body.language,
    };
    const issued = await challenges.issue(contactSubject(session.profile, channel, value), request);
    if (issued.kind === "wait") throw new Problem("code-wait", { retryAfter: issued.seconds });
    if (issued.kind === "limit") throw new Problem("code-limit", { retryAfter: 3_600 });
    if (issued.kind === "flow-ended") throw new Problem("not-signed-in");
    // T48: mail to it came back, and nothing is sent there until it is proved otherwise.
    if (issued.channels.length === 0)
      throw new Problem("contact-rule", { fields: [{ field: "value", problem: "unreachable" }] });
    // S3: an intent that could not be booked as sent is swept up and may go twice with the same code.
    await delivery.send(issued.intent).catch(() => undefined);
    metrics.count("CodeSent");
    const now = clock.now();
    return {
      body: {
        masked: maskContact(channel, value),
        expiresIn: Math.floor((issued.expiresAt - now) / 1_000),
        resendIn: Math.ceil((issued.resendAt - now) / 1_000),
      },
    };
  };
}
