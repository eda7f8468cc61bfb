import { describe, expect, it } from "vitest";
import { policies } from "../../functions/contract/policy.ts";
import type { RecoveryAccount } from "../../functions/ports/recovery.ts";
import { openByPersonalData } from "../../functions/steps/open-by-personal-data.ts";
import { enrolment, registered } from "../ports/steps.ts";
import { twinWorld } from "../twins/world.ts";

/** Personal data of somebody who matches, over twins with another policy. */
async function asked(personalData: Partial<typeof policies.seed.personalData>) {
  const policy = { ...policies.seed, personalData: { ...policies.seed.personalData, ...personalData } };
  const world = twinWorld(policy);
  const draft = await registered(world);
  const account: RecoveryAccount = {
    userId: draft.userId,
    accountName: draft.accountName,
    name: draft.name,
    status: "ACTIVE",
    epoch: 0,
    frozen: false,
    selfEnable: true,
    secondFactor: false,
    enrolments: [enrolment],
    lockedUntil: 0,
  };
  const calls: string[] = [];
  const lookUps = {
    ...world.lookUps,
    findWithRoles: async () => ({
      entry: { name: draft.name, enrolment },
      ownerUserId: draft.userId,
      roles: ["student"],
    }),
    settle: async (_lookUp: unknown, hit: boolean) => void calls.push(hit ? "hit" : "miss"),
  };
  const parts = {
    ...world,
    lookUps,
    captchas: {
      ...world.captchas,
      check: async () => ({ right: true, id: "c", kind: "digits" as const, expiresAt: 0 }),
    },
    accounts: { byUserId: async () => account },
    grantMaker: world.resets,
    links: { link: async (id: string) => `https://account.test/not-me#${id}` },
    delivery: { send: async () => Promise.reject(new Error("the post is away")) },
    accountDomain: "account.test",
  };
  const open = openByPersonalData(parts, { form: "reset-password", purpose: "reset", judge: () => "open" });
  const body = {
    role: "student",
    school: enrolment.school,
    name: draft.name,
    personId: "T-NOBODY",
    captcha: { proof: "x" },
  };
  const client = { network: "192.0.2.1", address: "192.0.2.1", fromSchool: false, browser: "" };
  return { answer: open({ body, client, language: "en" } as never), calls };
}

describe("the setting of personal data (M48: one setting turns it off, C3)", () => {
  it("off: nobody matches, counted as a miss", async () => {
    const { answer, calls } = await asked({ on: false });
    await expect(answer).rejects.toMatchObject({ code: "person-not-found" });
    expect(calls).toEqual(["miss"]);
  });

  it("on: the same person gets a grant, whatever becomes of the warning's mail", async () => {
    const { answer, calls } = await asked({});
    expect(await answer).toMatchObject({ body: { next: "new-password" }, setCookies: [expect.any(String)] });
    expect(calls).toEqual(["hit"]);
  });

  it("code: the same person is led to the code step without a grant", async () => {
    const { answer } = await asked({ opens: "code" });
    expect(await answer).toEqual({ body: { next: "code" } });
  });
});
