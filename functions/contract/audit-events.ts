/** Security events that leave exactly one audit record each (invariant I5). */
export const auditEvents = ["account.created"] as const;
export type AuditEvent = (typeof auditEvents)[number];
