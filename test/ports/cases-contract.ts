import { describe, expect, it } from "vitest";
import type { TableName } from "../../functions/contract/tables.ts";
import type { CaseMessages, Cases, NewCase } from "../../functions/ports/cases.ts";
import type { Ids } from "../../functions/ports/ids.ts";
import type { TestClock } from "../service/clock.ts";
import { atOnce, inTurn, run } from "./steps.ts";

/** Cases over a store, with a clock, and how many rows a table has. */
export interface CaseWorld {
  readonly cases: Cases;
  readonly clock: TestClock;
  readonly ids: Ids;
  count(table: TableName): Promise<number>;
}

const newCase = ({ ids }: CaseWorld, change: Partial<NewCase> = {}): NewCase => ({
  number: `20261121-${ids.id()}`,
  code: ids.id(),
  category: "other",
  owner: "service-desk",
  content: { person: "", name: "王小明", contact: "a@mail.test", description: "您好", language: "zh-TW" },
  ...change,
});

function messagesOf({ ids }: CaseWorld, { number, code }: NewCase, to: { email: string } | { mobile: string }) {
  const words = { number, code, category: "other", owner: "service-desk", name: "", contact: "", person: "" };
  return {
    toOwner: {
      messageId: ids.id(),
      attempts: 0,
      states: { email: "waiting" },
      message: {
        kind: "case-for-owner",
        language: "zh-TW",
        email: "desk@mail.test",
        words: { ...words, school: "", description: "" },
      },
    },
    toSender: {
      messageId: ids.id(),
      attempts: 0,
      states: "email" in to ? { email: "waiting" } : { sms: "waiting" },
      message: { kind: "case-opened", language: "zh-TW", words, ...to },
    },
  } satisfies CaseMessages;
}

interface Opening {
  readonly client?: string;
  readonly fromSchool?: boolean;
  readonly captchaId?: string;
  readonly to?: { email: string } | { mobile: string };
}

function open(world: CaseWorld, opened: NewCase, opening: Opening = {}) {
  const { client = world.ids.id(), fromSchool = false, captchaId = world.ids.id() } = opening;
  const { to = { email: `${world.ids.id()}@mail.test` } } = opening;
  const expiresAt = world.clock.now() + 180_000;
  const captcha = { right: true, id: captchaId, kind: "digits", expiresAt } as const;
  return world.cases.open(opened, { client, fromSchool, captcha }, messagesOf(world, opened, to));
}

const tables = ["cases", "audit", "messages"] as const;
const counts = (world: CaseWorld) => Promise.all(tables.map((table) => world.count(table)));

export function casesContract(name: string, make: () => CaseWorld): void {
  describe(`a case ${name} (M70)`, () => {
    it("is opened with its audit record and both messages, and shown to who has number and code", async () => {
      const world = make();
      const [opened, before] = [newCase(world, { category: "wrong-data", owner: "school" }), await counts(world)];
      expect(await open(world, opened)).toEqual({ kind: "opened", mailed: true });
      expect(await counts(world)).toEqual([1, 1, 2].map((more, index) => (before[index] ?? 0) + more));
      const at = new Date(world.clock.now()).toISOString();
      expect(await world.cases.look(opened, { client: world.ids.id(), fromSchool: false })).toEqual({
        number: opened.number,
        category: "wrong-data",
        owner: "school",
        status: "open",
        openedAt: at,
        steps: [{ at, status: "open" }],
      });
    });

    it("is shown to nobody who has one half of the pair", async () => {
      const world = make();
      const [one, two] = [newCase(world), newCase(world)];
      await open(world, one);
      await open(world, two);
      for (const [number, code] of [
        [one.number, two.code],
        [two.number, one.code],
        ["20261121-none", one.code],
        [one.number, ""],
      ] as const)
        expect(await world.cases.look({ number, code }, { client: world.ids.id(), fromSchool: false })).toBeUndefined();
    });

    it("with a number that is taken is not opened, and spends nothing", async () => {
      const world = make();
      const opened = newCase(world);
      await open(world, opened);
      const before = await counts(world);
      const captchaId = world.ids.id();
      const client = world.ids.id();
      const clash = newCase(world, { number: opened.number });
      expect(await inTurn(6, () => open(world, clash, { captchaId, client }))).toEqual(
        run([{ kind: "number-taken" }, 6]),
      );
      expect(await counts(world)).toEqual(before);
      expect(await open(world, newCase(world), { captchaId, client })).toMatchObject({ kind: "opened" });
    });

    it("with a captcha that was used is not opened, in eight tries at once one is (T14)", async () => {
      const world = make();
      const captchaId = world.ids.id();
      const before = await counts(world);
      const outcomes = await atOnce(8, () =>
        open(world, newCase(world), { captchaId }).catch((error: Error) => ({ kind: error.name })),
      );
      expect(outcomes.filter(({ kind }) => kind === "opened")).toHaveLength(1);
      expect((await counts(world)).map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 2]);
    });

    it("five an hour for one address, sixty for a school's (T14)", async () => {
      const world = make();
      for (const [fromSchool, most] of [
        [false, 5],
        [true, 60],
      ] as const) {
        const client = world.ids.id();
        const outcomes = await inTurn(most + 1, () => open(world, newCase(world), { client, fromSchool }));
        expect(outcomes.map(({ kind }) => kind)).toEqual(run(["opened", most], ["too-many-tries", 1]));
      }
    });

    it("is looked at twenty times in ten minutes by one address, ten times as often by a school's", async () => {
      const world = make();
      const opened = newCase(world);
      await open(world, opened);
      for (const [fromSchool, most] of [
        [false, 20],
        [true, 200],
      ] as const) {
        const from = { client: world.ids.id(), fromSchool };
        const seen = await inTurn(most + 1, () => world.cases.look(opened, from));
        expect(seen.map((shown) => typeof shown)).toEqual(run(["object", most], ["string", 1]));
      }
    });
  });

  describe(`the message to a sender ${name} (T12, T13)`, () => {
    it.each([{ email: "One@mail.test" }, { mobile: "+886911222333" }])(
      "one a minute and three a day to %o; the case is opened without it",
      async (to) => {
        const world = make();
        const mailed: boolean[] = [];
        for (const seconds of [0, 59, 1, 60, 60]) {
          world.clock.advanceBy({ seconds });
          const outcome = await open(world, newCase(world), { to });
          mailed.push(outcome.kind === "opened" && outcome.mailed);
        }
        expect(mailed).toEqual([true, false, true, true, false]);
        world.clock.advanceBy({ days: 1 });
        expect(await open(world, newCase(world), { to })).toEqual({ kind: "opened", mailed: true });
      },
    );

    it("is one mailbox in any letter case", async () => {
      const world = make();
      await open(world, newCase(world), { to: { email: "two@mail.test" } });
      expect(await open(world, newCase(world), { to: { email: "TWO@mail.test" } })).toEqual({
        kind: "opened",
        mailed: false,
      });
    });
  });
}
