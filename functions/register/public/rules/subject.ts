import type { CodeSubject } from "../../../ports/challenges.ts";
import type { PublicFlow } from "../../../ports/public-registrations.ts";

/** The challenge of a registration. */
export const subjectOf = (flowId: string): string => `public#${flowId}`;

/** A registration whose code was typed; `addressKey` counts for the address, whichever registration it is of (T08). */
export const typedSubject = ({ flowId, person }: PublicFlow, addressKey: string): CodeSubject => ({
  subject: subjectOf(flowId),
  account: addressKey,
  kind: "code-public",
  email: person.email,
});
