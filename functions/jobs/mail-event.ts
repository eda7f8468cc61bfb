import * as z from "zod/mini";
import type { MailOutcome, MailOutcomes } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";

/** What SES tells of one mail, as the rules of the messages reduce it: no address in it. */
export const mailHappenings = ["delivered", "bounced", "bounced-for-good", "complained", "rejected"] as const;
export type MailHappening = (typeof mailHappenings)[number];

export const mailEvent = z.object({
  job: z.literal("mail-event"),
  messageId: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  happened: z.enum(mailHappenings),
});

/** A full mailbox may take the next mail; one that is not there, or whose owner complained, gets none (T48). Who complains has got it. */
const meanings: Readonly<Record<MailHappening, { outcome: MailOutcome; unreachable: boolean }>> = {
  delivered: { outcome: "delivered", unreachable: false },
  bounced: { outcome: "bounced", unreachable: false },
  "bounced-for-good": { outcome: "bounced", unreachable: true },
  complained: { outcome: "delivered", unreachable: true },
  rejected: { outcome: "rejected", unreachable: false },
};

/** T48: books what became of a mail. Events come twice and in any order; one of no message of ours changes nothing. */
export async function hearOfMail(
  { messageId, happened }: z.infer<typeof mailEvent>,
  { mailOutcomes, metrics }: { readonly mailOutcomes: MailOutcomes; readonly metrics: Metrics },
): Promise<{ booked: boolean }> {
  const booked = await mailOutcomes.book(messageId, meanings[happened]);
  if (booked && meanings[happened].outcome === "bounced") metrics.count("MailBounced");
  return { booked };
}
