import type { Surroundings } from "../../functions/adapters/system.ts";
import { type RouteKey, routes } from "../../functions/contract/routes.ts";
import type { Invoke } from "./browser.ts";

/** The real handlers of the API over these surroundings, as one door. Loaded when called: they read the environment as they load. */
export async function wireApi(surroundings: Surroundings): Promise<Invoke> {
  const handlers = {
    captcha: (await import("../../functions/captcha/handler.ts")).wire(surroundings),
    register: (await import("../../functions/register/handler.ts")).wire(surroundings),
    "verify-code": (await import("../../functions/verify-code/handler.ts")).wire(surroundings),
    "sign-in": (await import("../../functions/sign-in/handler.ts")).wire(surroundings),
    "my-account": (await import("../../functions/my-account/handler.ts")).wire(surroundings),
    "county-callback": (await import("../../functions/county-callback/handler.ts")).wire(surroundings),
    "reset-password": (await import("../../functions/reset-password/handler.ts")).wire(surroundings),
    "forgot-account": (await import("../../functions/forgot-account/handler.ts")).wire(surroundings),
    "activate-account": (await import("../../functions/activate-account/handler.ts")).wire(surroundings),
    "contact-us": (await import("../../functions/contact-us/handler.ts")).wire(surroundings),
    oidc: (await import("../../functions/oidc/handler.ts")).wire(surroundings),
    "link-legacy-account": (await import("../../functions/link-legacy-account/handler.ts")).wire(surroundings),
    pictures: (await import("../../functions/pictures/handler.ts")).wire(surroundings),
  };
  return (event) => {
    // What is no route of ours is the protocol's: `contract/oidc.ts`.
    const name = Object.hasOwn(routes, event.routeKey) ? routes[event.routeKey as RouteKey].function : "oidc";
    return (handlers[name] as unknown as (event: unknown, context: object) => ReturnType<Invoke>)(event, {});
  };
}
