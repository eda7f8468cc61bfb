import type { Channel } from "../contract/messages.ts";
import {
  type Bounces,
  type ChannelState,
  type Delivery,
  type Intent,
  type Intents,
  type Post,
  RejectedError,
} from "../ports/messages.ts";

/** What all messages say, in both languages, is read at the first message and not at every start of a function. */
const texts = () => import("../contract/message-texts.ts");

/**
 * Sends what an intent says over both ways at once; a channel that does not accept waits for the sweep (T48: the other is always
 * tried). With `bounces` an address that bounced is not written to: one read more for each mail.
 */
export function delivery(parts: {
  post: Post;
  intents: Intents;
  bounces?: Pick<Bounces, "has">;
  failed?: (channel: Channel, error: unknown) => void;
}): Delivery {
  const { post, intents, bounces, failed } = parts;
  return {
    async send(intent) {
      const waiting = (Object.keys(intent.states) as Channel[]).filter(
        (channel) => intent.states[channel] === "waiting",
      );
      const outcomes = await Promise.all(
        waiting.map(async (channel) => [channel, await sendOne(intent, channel)] as const),
      );
      const states: Intent["states"] = { ...intent.states, ...Object.fromEntries(outcomes) };
      await intents.settle(intent, states);
      return states;
    },
  };

  async function sendOne(intent: Intent, channel: Channel): Promise<ChannelState> {
    const { email, mobile } = intent.message;
    try {
      if (channel === "email" && email !== undefined) {
        if (await bounces?.has(email)) return "failed";
        await post.mail(email, (await texts()).mailOf(intent.message), intent.messageId);
      }
      if (channel === "sms" && mobile !== undefined) await post.sms(mobile, (await texts()).smsOf(intent.message));
      return "accepted";
    } catch (error) {
      failed?.(channel, error);
      return error instanceof RejectedError ? "rejected" : "waiting";
    }
  }
}
