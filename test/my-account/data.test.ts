import { describe, expect, it } from "vitest";
import { dynamoConsents } from "../../functions/adapters/consents.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { routes } from "../../functions/contract/routes.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, changeAccount } from "../reset-password/holder.ts";
import { startService } from "../service/service.ts";
import { auditOf, changeTo, owner, ownerOfTwoContacts, signedIn } from "./owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const parts = partsOf(readSettings(service.environment), { ...service, ids: systemIds });
const [consents, keys] = [dynamoConsents(parts), parts.keys];

describe("everything the service holds of a person (POST /api/my-account/data)", () => {
  it("the account, contacts, consents, sign-ins and devices, as the contract says, and when it was written", async () => {
    const { browser, email, userId, accountName, person } = await ownerOfTwoContacts(service);
    await consents.give(userId, "some-platform", ["openid", "profile"]);
    await changeTo(service, browser, "a.new.one@mail.test");
    await signedIn(service, accountName);
    const { status, body } = await browser.call("POST /api/my-account/data");
    expect(status).toBe(200);
    expect(routes["POST /api/my-account/data"].answer.parse(body)).toEqual(body);
    expect(body.account).toMatchObject({
      account: `${accountName}@account.test`,
      name: person.name,
      email: { value: "a.new.one@mail.test", proved: true },
      secondFactor: false,
    });
    expect(body.earlierContacts).toEqual([{ channel: "email", value: email }]);
    expect(body.consents).toMatchObject([{ clientId: "some-platform", scopes: ["openid", "profile"] }]);
    expect(body.notice).toMatchObject({ guardian: true });
    expect(body.signIns.map(({ method, browser: used }) => [method, used])).toEqual([
      ["password", "test browser"],
      ["password", "test browser"],
    ]);
    expect(body.devices.map(({ current }) => current).toSorted()).toEqual([false, true]);
    expect(body.writtenAt).toBe(new Date(service.clock.now()).toISOString());
  });

  it("what only some have: the ID number of who teaches (M86), and the counties whose accounts sign in", async () => {
    const { browser, userId } = await owner(service);
    expect((await browser.call("POST /api/my-account/data")).body).toMatchObject({ counties: [], earlierContacts: [] });
    const personNumber = await keys.seal("person-number", "A123456789");
    await changeAccount(rows, userId, { personNumber, claims: new Set(["county#TAO#hash", "person#hash"]) });
    const { body } = await browser.call("POST /api/my-account/data");
    expect([body.personNumber, body.counties]).toEqual(["A123456789", ["TAO"]]);
    expect(JSON.stringify(body)).not.toContain("hash");
  });

  it("nothing of anybody else, no hash, no secret, no key (T49)", async () => {
    const [one, other] = [await owner(service), await owner(service)];
    await consents.give(other.userId, "not-yours", ["openid"]);
    const text = JSON.stringify((await one.browser.call("POST /api/my-account/data")).body);
    for (const foreign of [other.accountName, other.email, other.userId, other.person.name, "not-yours"])
      expect(text).not.toContain(foreign);
    const { personKey, person, passwords } = await accountIn(rows, one.userId);
    const session = (await rows.all("sessions")).find(({ userId }) => userId === one.userId);
    const cookie = one.browser.cookies.get("__Host-session") ?? "";
    for (const secret of [personKey, person, passwords, session?.secretHash, cookie.split(".")[2], one.person.personId])
      expect(text).not.toContain(String(secret));
  });

  it("each download is on the audit record, which says nothing of what was in it", async () => {
    const { browser, userId, email } = await owner(service);
    await browser.call("POST /api/my-account/data");
    await browser.call("POST /api/my-account/data");
    const downloads = (await auditOf(rows, userId)).filter(({ event }) => event === "data.downloaded");
    expect(downloads.map((row) => Object.keys(row).toSorted())).toEqual([
      ["entry", "event", "subject"],
      ["entry", "event", "subject"],
    ]);
    expect(JSON.stringify(downloads)).not.toContain(email);
  });

  it("ten times a day an account and no more, and another account still", async () => {
    const [one, other] = [await owner(service), await owner(service)];
    const replies = await Promise.all(Array.from({ length: 12 }, () => one.browser.call("POST /api/my-account/data")));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(10);
    expect((await one.browser.call("POST /api/my-account/data")).body.code).toBe("too-many-tries");
    expect((await other.browser.call("POST /api/my-account/data")).status).toBe(200);
    const downloads = (await auditOf(rows, one.userId)).filter(({ event }) => event === "data.downloaded");
    expect(downloads).toHaveLength(10);
  });

  it("nobody gets it without being signed in", async () => {
    const reply = await service.browser().call("POST /api/my-account/data");
    expect([reply.status, reply.body.code]).toEqual([401, "not-signed-in"]);
  });

  it("more records than one page of the table holds are all there, newest first", async () => {
    const { browser, userId } = await owner(service);
    const [event] = (await rows.all("events")).filter((row) => row.userId === userId);
    const day = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString();
    for (let from = 0; from < 1_200; from += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          rows.put("events", { ...event, event: `sign-in#${day(from + index)}#${from + index}` }),
        ),
      );
    const { signIns } = (await browser.call("POST /api/my-account/data")).body;
    expect(signIns).toHaveLength(1_201);
    expect(signIns.map(({ at }) => at)).toEqual(
      signIns
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });
});
