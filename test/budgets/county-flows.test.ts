import { describe, expect, it } from "vitest";
import type { SampleCounty } from "../../lib/local/counties/accounts.ts";
import { startProxiedCountyService } from "../faults/proxied-service.ts";
import { accountAt, arrive, enrolAccounts, roundTrip } from "../service/counties.ts";
import { apply, codeSentTo } from "../service/people.ts";
import { expectSteps } from "./same-steps.ts";

const { service, lane } = await startProxiedCountyService();

/** An account at the service that was made by way of a county that tells whose record it is. */
async function linkedAccount(county: SampleCounty) {
  const account = accountAt(county);
  await enrolAccounts(service, [account]);
  const browser = service.browser();
  await arrive(browser, account, "apply");
  const email = `counted.${county.toLowerCase()}@mail.test`;
  await apply.consent(browser);
  await apply.account(browser, { accountName: `counted.${county.toLowerCase()}`, email });
  await apply.send(browser);
  await apply.check(browser, codeSentTo(service, email));
  await apply.complete(browser);
  return account;
}

describe("calls to AWS a county flow makes (performance goals 1 and 2)", () => {
  it.each([
    ["TAO", []],
    // OpenID 2.0: the assertion's nonce is spent too.
    ["TNN", ["dynamodb.PutItem once"]],
  ] as const)(
    "signs in by %s with four calls and a nonce's, none of them Cognito or a transaction (M31)",
    async (county, nonce) => {
      const account = await linkedAccount(county);
      const browser = service.browser();
      lane.mend();
      const answer = await roundTrip(browser, account, "sign-in");
      expect(lane.names()).toEqual([]);
      expect((await browser.call("POST /api/county/finish", { county, answer })).body.outcome).toBe("signed-in");
      expectSteps(lane.names(), [
        "dynamodb.PutItem once",
        ...nonce,
        "dynamodb.BatchGetItem claims",
        "dynamodb.UpdateItem accounts",
        "dynamodb.BatchWriteItem events+sessions",
      ]);
    },
  );

  it("opens an application with four reads and writes (M12)", async () => {
    const account = accountAt("TAO", undefined, 1);
    await enrolAccounts(service, [account]);
    const browser = service.browser();
    const answer = await roundTrip(browser, account, "apply");
    lane.mend();
    expect((await browser.call("POST /api/county/finish", { county: "TAO", answer })).body.outcome).toBe("apply");
    expectSteps(lane.names(), [
      "dynamodb.PutItem once",
      "dynamodb.BatchGetItem claims",
      ["dynamodb.Query roster", "dynamodb.BatchGetItem claims"],
    ]);
  });

  it("shows the picker with one read in half a minute (M3)", async () => {
    lane.mend();
    service.clock.advanceBy({ minutes: 1 });
    for (let looks = 0; looks < 5; looks += 1)
      expect((await service.browser().call("GET /api/counties")).status).toBe(200);
    expect(lane.names()).toEqual(["dynamodb.BatchGetItem limits"]);
  });

  it("asks nothing of anybody for an answer that is not of this browser, but notes it (T34)", async () => {
    lane.mend();
    await service.browser().call("POST /api/county/finish", { county: "TAO", answer: "state=x&code=y" });
    expect(lane.names()).toEqual(["dynamodb.PutItem audit"]);
  });
});
