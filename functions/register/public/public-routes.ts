import type { RoutesOf } from "../../contract/routes.ts";

/** The routes of 其他, whose actions and adapters are loaded when the first of them is called. */
export const publicRoutes = [
  "GET /api/public/registration",
  "POST /api/public/register",
  "POST /api/public/resend",
  "POST /api/public/activation",
  "POST /api/public/activate",
  "POST /api/public/refuse",
] as const satisfies readonly RoutesOf<"register">[];

export type PublicRoute = (typeof publicRoutes)[number];
