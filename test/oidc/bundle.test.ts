import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as rp from "openid-client";
import { expect, test } from "vitest";
import { systemIds } from "../../functions/adapters/system.ts";
import { type RouteKey, routes } from "../../functions/contract/routes.ts";
import { bundle } from "../../lib/build/bundle.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import type { Invoke } from "../service/browser.ts";
import { startService } from "../service/service.ts";
import { signInTo, worldOver } from "./world.ts";

const reason = { "zh-TW": "測試", en: "Test" };

// The library tells its models apart by the names of their classes, which a minifier may take away.
test("what Lambda gets, bundled and minified, does the whole flow: code, tokens, userinfo, refresh, revocation", async () => {
  const service = await startService();
  const { dir } = await bundle(join(process.cwd(), "functions/oidc/handler.ts"), temporaryFolder());
  const { environment, clock } = service;
  const { wire } = await import(pathToFileURL(join(dir, "index.mjs")).href);
  const oidc = wire({ environment, clock, ids: systemIds });
  const by: Invoke = (event) => {
    const name = Object.hasOwn(routes, event.routeKey) ? routes[event.routeKey as RouteKey].function : "oidc";
    return name === "oidc" ? oidc(event, {}) : service.invoke(event);
  };
  const world = worldOver({ ...service, browser: (address) => service.browser(address, by) });

  const scopes = { openid: reason, profile: reason, offline_access: reason };
  const { config, redirectUri } = await world.relyingParty(await world.application({ scopes }));
  const { browser, accountName } = await world.person();
  const asked = { scope: "openid profile offline_access", prompt: "consent" };
  const tokens = await signInTo({ config, redirectUri }, browser, asked);
  const { sub } = tokens.claims() ?? { sub: "" };
  expect(await rp.fetchUserInfo(config, tokens.access_token, sub)).toMatchObject({ preferred_username: accountName });
  const fresh = await rp.refreshTokenGrant(config, tokens.refresh_token ?? "");
  await rp.tokenRevocation(config, fresh.refresh_token ?? "");
  await expect(rp.refreshTokenGrant(config, fresh.refresh_token ?? "")).rejects.toMatchObject({
    error: "invalid_grant",
  });
});
