import type { Channel } from "../contract/messages.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { maskEmail, maskMobile } from "../person/masks.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { ChannelState, CodeDeliveries, MailOutcome } from "../ports/messages.ts";

/**
 * T48: what became of the last code, channel by channel, for the browser whose application it is: it typed the contacts, so nothing is
 * told to a stranger. Empty when no code was sent to these contacts.
 */
export function showDelivery({
  drafts,
  codeDeliveries,
}: {
  readonly drafts: Drafts;
  readonly codeDeliveries: CodeDeliveries;
}): Action<"GET /api/verify-code/delivery"> {
  return async ({ cookies }) => {
    const draft = await drafts.read(cookies.flow);
    if (draft === undefined) throw new Problem("registration-missing");
    const { flowId, email, mobile } = draft;
    const states = await codeDeliveries.last({ subject: `register#${flowId}`, email, mobile });
    if (states === undefined) return { body: { sentTo: [] } };
    const line = (channel: Channel, masked: string) => ({ channel, masked, state: shown(states[channel]) });
    return {
      body: {
        sentTo: [
          ...(email === undefined ? [] : [line("email", maskEmail(email))]),
          ...(mobile === undefined ? [] : [line("sms", maskMobile(mobile))]),
        ],
      },
    };
  };
}

/** A channel without a state was left out: past its limits, or to an address that bounced. */
function shown(
  state: ChannelState | MailOutcome | undefined,
): Exclude<ChannelState | MailOutcome, "failed"> | "not-sent" {
  return state === undefined || state === "failed" ? "not-sent" : state;
}
