import { expect, it } from "vitest";
import { systemIds } from "../../functions/adapters/system.ts";
import type { CountyIdentity } from "../../functions/contract/counties.ts";
import { link } from "../../functions/county-callback/link.ts";
import { isOfPerson } from "../../functions/register/rules/county-proof.ts";
import { TestClock } from "../service/clock.ts";

const school = { code: "533301", level: "國小" as const, name: "市立測試國小" };
const enrolment = {
  role: "student" as const,
  county: "高雄市",
  district: "新興區",
  school,
  grade: "4",
  class: "2",
  seat: "7",
};

/** What a county without ID numbers says of a pupil on this seat whose name it masks. */
function proofOf(seat: string) {
  const identity: CountyIdentity = {
    county: "KHH",
    subject: "x",
    name: "黃○晴",
    nameMasked: true,
    roles: ["student"],
    schools: [{ code: school.code, roles: ["student"], titles: [], grade: "4", class: "2", seat }],
  };
  return { identity, countyName: "高雄市", link: "county#KHH#x", until: 0 };
}

it.each([
  ["7", true],
  ["8", false],
])("a county account on seat %s goes with the application of the pupil on seat 7: %s (T35)", (seat, goes) => {
  expect(isOfPerson(proofOf(seat), "person", { name: "黃子晴", enrolment })).toBe(goes);
});

it.each([
  ["7", 1],
  ["8", 0],
])(
  "a county account on seat %s is linked %i times to the account of the pupil on seat 7 (T35)",
  async (seat, times) => {
    let linked = 0;
    const act = link({
      accounts: {
        async link() {
          linked += 1;
          return "linked";
        },
      } as never,
      countyCookies: { proof: async () => proofOf(seat) } as never,
      links: { link: async () => "https://account.test/not-me#x" },
      ids: systemIds,
      clock: new TestClock(),
      accountDomain: "account.test",
    });
    const profile = { name: "黃子晴", enrolments: [enrolment], accountName: "pupil", epoch: 0, personKey: "person" };
    const pressed = act({ cookies: {}, session: { userId: "u", sessionKey: "s", profile } } as never);
    await (times === 1 ? pressed : expect(pressed).rejects.toMatchObject({ code: "county-other-person" }));
    expect(linked).toBe(times);
  },
);
