import { expect } from "vitest";
import type { Reply } from "../service/browser.ts";
import { atPlatform, legacyAccount, legacyPlatform, oldSignIn, type PlatformOfTest } from "../service/legacy.ts";
import { type AccountHolder, accountHolder, expectNotices } from "./account-holder.ts";
import { expectInvariants, expectNothingUnsent } from "./invariants.ts";
import { legacyLinkRoute } from "./legacy-link-cells.ts";
import { pressOn } from "./one-fault.ts";
import type { RegistrationLane } from "./registration-lane.ts";

/** Somebody signed in, an old account of theirs, and its platform, which wants to be told. */
export interface Joiner extends AccountHolder {
  readonly platform: PlatformOfTest;
  readonly old: Awaited<ReturnType<typeof legacyAccount>>;
}

export async function joiner(at: RegistrationLane): Promise<Joiner> {
  const holder = await accountHolder(at);
  const platform = await legacyPlatform(at.service, { platform: { eventsUri: "https://learn.test/events" } });
  const old = await legacyAccount(at.service, platform);
  // What a function has read of applications stands for a minute.
  at.service.clock.advanceBy({ seconds: 61 });
  await atPlatform.show(holder.signedIn, platform);
  at.lane.mend();
  return { ...holder, platform, old };
}

/** One press of 帳號合併. */
export const press = (
  at: RegistrationLane,
  { signedIn, platform, old }: Joiner,
): Promise<Reply<typeof legacyLinkRoute> | undefined> =>
  pressOn(at, legacyLinkRoute, () => atPlatform.link(signedIn, platform, old));

/** The jobs a good while later, with nothing in their way; the session lives on. */
export async function sweep(at: RegistrationLane): Promise<void> {
  at.service.clock.advanceBy({ minutes: 16 });
  await at.job("send-messages");
}

/**
 * The truth of §5.2 when all is over: joined means one link, one record, one event, a notice on every channel and the old sign-in gone;
 * not joined means nothing at all, and the old sign-in goes on.
 */
export async function expectLinkEnd(at: RegistrationLane, who: Joiner, toldDone: boolean, label: string) {
  at.lane.during = "the look at the end";
  await expectInvariants(at, label);
  await expectNothingUnsent(at, label);
  const { platform, old, userId } = who;
  const [accounts, consents, audit, notifications] = await Promise.all(
    (["legacy-accounts", "consents", "audit", "notifications"] as const).map((table) => at.rows.all(table)),
  );
  const row = accounts?.find(({ legacyKey }) => legacyKey === old.legacyKey);
  const joined = row?.state === "linked";
  if (toldDone) expect(joined, `${label}: was told done`).toBe(true);
  const count = joined ? 1 : 0;
  expect(
    {
      linkedTo: row?.linkedTo ?? "nobody",
      links: consents?.filter((each) => each.userId === userId && each.of === `legacy#${platform.id}`).length,
      audit: audit?.filter(({ subject, event }) => subject === userId && event === "legacy-account.linked").length,
      events: notifications?.filter((each) => each.userId === userId).length,
    },
    label,
  ).toEqual({ linkedTo: joined ? userId : "nobody", links: count, audit: count, events: count });
  expectNotices(at, who, { word: "合併", begun: joined, label });
  const shown = await atPlatform.show(who.signedIn, platform);
  expect(shown.body.state, label).toBe(joined ? "linked" : "open");
  const oldWay = await oldSignIn(at.service, platform, old);
  expect(oldWay.body.code ?? oldWay.status, label).toBe(joined ? "legacy-linked" : 200);
}
