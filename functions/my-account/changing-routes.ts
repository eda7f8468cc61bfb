import type { RoutesOf } from "../contract/routes.ts";

/** The routes whose actions and adapters are loaded when the first of them is called. */
export const changingRoutes = [
  "POST /api/my-account/contacts/code",
  "POST /api/my-account/contacts",
  "POST /api/contact-undo",
  "POST /api/my-account/school/look",
  "POST /api/my-account/school",
  "POST /api/my-account/password",
  "POST /api/my-account/close",
  "POST /api/my-account/data",
  "POST /api/my-account/details",
  "POST /api/my-account/two-factor/start",
  "POST /api/my-account/two-factor/bind",
  "POST /api/my-account/two-factor/enable",
  "POST /api/my-account/two-factor/recovery-codes",
  "POST /api/my-account/two-factor/unbind",
] as const satisfies readonly RoutesOf<"my-account">[];

export type ChangingRoute = (typeof changingRoutes)[number];
