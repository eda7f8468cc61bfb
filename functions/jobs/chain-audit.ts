import * as z from "zod/mini";
import type { AuditChain, AuditKey } from "../ports/audit-chain.ts";
import type { streamEvent } from "./send-written.ts";

const text = z.object({ S: z.string().check(z.minLength(1), z.maxLength(2_048)) });
const newRecord = z.object({
  eventName: z.literal("INSERT"),
  dynamodb: z.object({ Keys: z.object({ subject: text, entry: text }) }),
});

/** The new audit records among what a stream hands over. */
export function auditKeysIn({ Records }: z.infer<typeof streamEvent>): AuditKey[] {
  return Records.flatMap((record) => {
    const read = newRecord.safeParse(record);
    if (!read.success) return [];
    const { subject, entry } = read.data.dynamodb.Keys;
    return [{ subject: subject.S, entry: entry.S }];
  });
}

/** T27: links what was written a moment ago. Throws when it could not: the stream gives the records again, and each is linked once. */
export async function chainAudit(
  keys: readonly AuditKey[],
  { auditChain }: { readonly auditChain: Pick<AuditChain, "append"> },
): Promise<{ linked: number }> {
  return { linked: await auditChain.append(keys) };
}
