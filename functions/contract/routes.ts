import type * as z from "zod/mini";
import { captchaRoutes } from "./routes/captcha.ts";
import { contactUsRoutes } from "./routes/contact-us.ts";
import { countyRoutes } from "./routes/county.ts";
import { legacyRoutes } from "./routes/legacy.ts";
import { myAccountRoutes } from "./routes/my-account.ts";
import { oidcRoutesOfPeople } from "./routes/oidc.ts";
import { publicRegistrationRoutes } from "./routes/public-registration.ts";
import { recoveryRoutes } from "./routes/recovery.ts";
import { registerRoutes } from "./routes/register.ts";
import type { ApiFunction } from "./routes/route.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { twoFactorRoutes } from "./routes/two-factor.ts";

export type { Access, ApiFunction, Route } from "./routes/route.ts";

/** Every endpoint, once: API stack, local gateway, routers, OpenAPI and the web client all read this. */
export const routes = {
  ...captchaRoutes,
  ...registerRoutes,
  ...publicRegistrationRoutes,
  ...signInRoutes,
  ...countyRoutes,
  ...recoveryRoutes,
  ...contactUsRoutes,
  ...myAccountRoutes,
  ...twoFactorRoutes,
  ...oidcRoutesOfPeople,
  ...legacyRoutes,
} as const;

export type RouteKey = keyof typeof routes;
export type RoutesOf<F extends ApiFunction> = {
  [K in RouteKey]: (typeof routes)[K]["function"] extends F ? K : never;
}[RouteKey];
export type RequestOf<K extends RouteKey> = (typeof routes)[K] extends { request: infer S extends z.ZodMiniType }
  ? z.output<S>
  : undefined;
export type AnswerOf<K extends RouteKey> = z.output<(typeof routes)[K]["answer"]>;
