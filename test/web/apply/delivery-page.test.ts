import { expect, it } from "vitest";
import { samplePersons } from "../../../lib/local/seed/sample-persons.ts";
import { chooseAccount, consent, identify } from "../../journeys/pupil.ts";
import { expectAccessible, expectNoComplaints, startSite } from "../../journeys/site.ts";

const site = await startSite();

it("T48: after 傳送 the page says what became of the code, and stops asking when all is known", async () => {
  const [person] = samplePersons();
  if (person === undefined) throw new Error("the sample roster has nobody");
  const page = await site.open("/");
  let asked = 0;
  await page.route("**/api/verify-code/delivery", (route) => {
    asked += 1;
    const state = asked === 1 ? "accepted" : "bounced";
    return route.fulfill({ json: { sentTo: [{ channel: "email", masked: "d***@mail.test", state }] } });
  });
  await page.clock.install();
  await identify(page, { ...person, role: "學生" });
  await consent(page);
  await chooseAccount(page, "delivery.told", "delivery@mail.test", "");
  await page.getByText("已送出").waitFor();
  const again = () => page.waitForResponse((response) => response.url().endsWith("/delivery"));
  for (const _ of [1, 2]) await Promise.all([again(), page.clock.runFor(5_000)]);
  await page.getByText("被退回，請檢查地址").waitFor();
  await expectAccessible(page);
  await page.clock.runFor(60_000);
  expect(asked).toBe(2);
  expectNoComplaints(page);
  await page.context().close();
});
