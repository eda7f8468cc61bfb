import { mailOf, smsOf } from "../contract/message-texts.ts";
import type { Channel } from "../contract/messages.ts";
import type { ChannelState, Delivery, Intent, Intents, Post } from "../ports/messages.ts";

/** Sends what an intent says over both ways at once; a channel that does not accept waits for the sweep (T48: the other is always tried). */
export function delivery(parts: {
  post: Post;
  intents: Intents;
  failed?: (channel: Channel, error: unknown) => void;
}): Delivery {
  const { post, intents, failed } = parts;
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

  async function sendOne({ message }: Intent, channel: Channel): Promise<ChannelState> {
    try {
      if (channel === "email" && message.email !== undefined) await post.mail(message.email, mailOf(message));
      if (channel === "sms" && message.mobile !== undefined) await post.sms(message.mobile, smsOf(message));
      return "accepted";
    } catch (error) {
      failed?.(channel, error);
      return "waiting";
    }
  }
}
