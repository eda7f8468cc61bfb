import * as rp from "openid-client";
import { describe, expect, test } from "vitest";
import { ask, issuer, oidcWorld, redeem, signInTo, stopAtConsent, waiting, walk } from "./world.ts";

const world = await oidcWorld();

describe("a person signs in to an application (M32, M60)", () => {
  test("discovery names the issuer, the central provider's paths and what the tokens are signed with", async () => {
    const metadata = (await (await world.fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<
      string,
      unknown
    >;
    expect(metadata).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/oidc/v1/azp`,
      token_endpoint: `${issuer}/oidc/v1/token`,
      userinfo_endpoint: `${issuer}/oidc/v1/userinfo`,
      jwks_uri: `${issuer}/oidc/v1/jwksets`,
      end_session_endpoint: `${issuer}/oidc/v1/userlogout`,
      revocation_endpoint: `${issuer}/oidc/v1/revoke`,
      response_types_supported: ["code"],
      grant_types_supported: ["authorization_code", "refresh_token"],
      scopes_supported: ["openid", "profile", "email", "openid2", "eduinfo", "personid", "legacy", "offline_access"],
      subject_types_supported: ["pairwise", "public"],
      token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post", "none"],
      acr_values_supported: ["urn:educloud-account:acr:one-factor", "urn:educloud-account:acr:two-factors"],
      claims_parameter_supported: true,
      code_challenge_methods_supported: ["S256"],
      authorization_response_iss_parameter_supported: true,
      backchannel_logout_supported: true,
      id_token_signing_alg_values_supported: ["RS256", "ES256"],
    });
    const { keys } = (await (await world.fetch(`${issuer}/oidc/v1/jwksets`)).json()) as {
      keys: Record<string, string>[];
    };
    expect(keys.map(({ alg }) => alg).toSorted()).toEqual(["ES256", "RS256"]);
    expect(keys.every((key) => !("d" in key))).toBe(true);
  });

  test("the consent page is told who asks for what and why; afterwards the tokens open what was allowed", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser, accountName } = await world.person();
    const asked = await ask(party, { scope: "openid profile eduinfo" });
    const uid = await stopAtConsent(browser, asked.url);
    const page = await waiting(browser, uid);
    expect(page).toMatchObject({
      needs: "consent",
      host: "learn.test",
      account: `${accountName}@account.test`,
      application: { owner: "測試學會" },
      scopes: [
        { scope: "openid", claims: ["sub"] },
        { scope: "profile", reason: { "zh-TW": "顯示您的姓名" } },
        { scope: "eduinfo" },
      ],
    });
    const tokens = await redeem(party, await walk(browser, asked.url), asked);
    expect(tokens.claims()).toMatchObject({ iss: issuer, amr: ["pwd"], acr: "urn:educloud-account:acr:one-factor" });
    const claims = await rp.fetchUserInfo(party.config, tokens.access_token, tokens.claims()?.sub ?? "");
    expect(claims).toMatchObject({ preferred_username: accountName, schoolid: "383601" });
    expect(claims).not.toHaveProperty("email");
  });

  test("who allowed it goes straight through the next time", async () => {
    const party = await world.relyingParty(await world.application());
    const { browser } = await world.person();
    const first = await signInTo(party, browser);
    const asked = await ask(party);
    const answer = await browser.visit(asked.url);
    const back = new URL(answer.headers.get("location") ?? "");
    expect(back.origin).toBe("https://learn.test");
    const second = await redeem(party, back, asked);
    expect(second.claims()?.sub).toBe(first.claims()?.sub);
  });
});
