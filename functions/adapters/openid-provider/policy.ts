import { decodeJwt } from "jose";
import { errors, interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import type { RequestParams } from "../../ports/interactions.ts";
import { subjectOf } from "../../ports/subjects.ts";
import { legacyLinkAt } from "./live-grants.ts";
import { applicationOf, type ProviderParts } from "./parts.ts";
import { theScope } from "./request-scope.ts";
import { theSession } from "./session-model.ts";

const { base, Check, Prompt } = interactionPolicy;

/**
 * Checks of the library that ours stand for. It knows no order of `acr`, so that two factors do not meet one; it takes any sign-in for one
 * that was asked for again; and it looks at an `id_token_hint` once, before anybody signed in.
 */
const ours = ["max_age", "id_token_hint", "claims_id_token_sub_value", "essential_acrs", "essential_acr"];

/**
 * What a request may wait for: the library's own checks, a sign-in that is new enough, the person that was asked for, a second factor
 * where the application or the request wants one, whether the application is for this person at all, and on a legacy platform that they
 * came along (M81). What each means to the person is worked out by the function's own rules.
 */
export function policyOf(parts: ProviderParts) {
  const { dynamo, keys, rules, sessions } = parts;
  const prompts = base();
  const login = prompts.get("login");
  for (const reason of ours) login?.checks.remove(reason);

  // A county may let somebody in without asking anything, so nobody knows how long ago they gave a password there.
  const tooOld = new Check("max_age", "a newer sign-in is wanted", "login_required", async (ctx) => {
    const { oidc } = ctx;
    const { session, params } = await facts(ctx);
    if (params.max_age === undefined) return false;
    if (session === undefined || !session.methods.includes("pwd")) return true;
    return oidc.session?.past(Number(params.max_age)) === true && oidc.result?.login === undefined;
  });

  const otherSubject = new Check("other_subject", "another person is asked for", "login_required", async (ctx) => {
    const asked = subjectsAskedFor(ctx);
    if (asked.length === 0) return false;
    const { session, application } = await facts(ctx);
    if (session === undefined) return true;
    const subject = await subjectOf(keys, application, session.userId);
    if (asked.every((one) => one === subject)) return false;
    // Who was asked to sign in did, as somebody else: the application is told, and nobody is asked for ever.
    if (ctx.oidc.route === "resume") throw new errors.LoginRequired("another person signed in");
    return true;
  });

  const secondFactor = new Check("second_factor", "a second factor is wanted", "interaction_required", async (ctx) => {
    const { session, application, params } = await facts(ctx);
    if (session === undefined) return false;
    const wanted = rules.stepUp(application, params, {
      methods: session.methods,
      secondFactor: session.profile.secondFactor,
    });
    if (wanted === undefined) return false;
    // What a request would only rather have is no reason to refuse it when nobody may be asked.
    const must = rules.stepUp(application, params, { methods: session.methods, secondFactor: false }) !== undefined;
    return must || params.prompt !== "none";
  });
  login?.checks.push(tooOld, otherSubject, secondFactor);

  const forOthers = new Check("not_for_you", "the application is for other people", "access_denied", async (ctx) => {
    const { session, application } = await facts(ctx);
    return session !== undefined && !rules.isForPerson(application, session.profile);
  });
  // Before the consent, which an application may have from the time before it was a platform.
  const newcomer = new Check(
    "legacy_account",
    "the person is new to the platform",
    "interaction_required",
    async (ctx) => {
      const { session, application } = await facts(ctx);
      if (session === undefined) return false;
      const [at] = legacyLinkAt(session.userId, application);
      if (at === undefined) return false;
      const [link] = await dynamo.batchGet([at]);
      return link === undefined;
    },
  );
  prompts.add(new Prompt({ name: "application", requestable: false }, forOthers, newcomer), 1);
  return prompts;

  async function facts({ oidc }: KoaContextWithOIDC) {
    return {
      session: await theSession(sessions, theScope()),
      application: await applicationOf(parts, oidc.client?.clientId ?? ""),
      params: (oidc.params ?? {}) as RequestParams,
    };
  }
}

/** Whom the application means (OpenID Connect Core 3.1.2.1, 5.5.1). A hint was verified when the request came, and is sealed since. */
function subjectsAskedFor({ oidc }: KoaContextWithOIDC): readonly unknown[] {
  const hint = oidc.params?.id_token_hint as string | undefined;
  const { sub } = (oidc.claims as { id_token?: { sub?: { value?: unknown } | null } }).id_token ?? {};
  return [...(hint === undefined ? [] : [decodeJwt(hint).sub]), ...(sub?.value === undefined ? [] : [sub.value])];
}
