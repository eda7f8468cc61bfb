/** Security events that leave exactly one audit record each (invariant I5). */
export const auditEvents = [
  "account.created",
  "county.refused",
  "county.linked",
  "account.shown",
  "password.reset",
  "account.activated",
  "account.disabled",
  "account.frozen",
  "default-password.issued",
  "case.opened",
] as const;
export type AuditEvent = (typeof auditEvents)[number];
