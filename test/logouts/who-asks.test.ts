import { describe, expect, it } from "vitest";
import { activate, disabledHolder } from "../activate-account/disabled.ts";
import { pressNotMe, tokenTo } from "../contact-us/desk.ts";
import { rowsBehind } from "../faults/rows.ts";
import { holder, reset } from "../reset-password/holder.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const asksOf = async (id: string) => (await rows.all("logouts")).filter(({ userId }) => userId === id);
const wholeAccount = { kind: "ask", at: service.clock.now(), dueAt: service.clock.now() - 1_000 };

describe("applications are told of the end of every session (T17)", () => {
  it("by a new password, once, however often it was pressed", async () => {
    const { browser, userId } = await holder(service);
    await Promise.all([reset(browser), reset(browser), reset(browser)]);
    const asks = await asksOf(userId);
    expect(asks).toMatchObject([wholeAccount]);
    expect(asks[0]).not.toHaveProperty("sessionKey");
  });

  it("by 不是我", async () => {
    const { userId } = await holder(service);
    const token = await tokenTo(service, userId);
    expect((await pressNotMe(service.browser(), token)).status).toBe(200);
    expect((await pressNotMe(service.browser(), token)).status).toBe(200);
    expect(await asksOf(userId)).toMatchObject([wholeAccount]);
  });

  it("by a year without a sign-in", async () => {
    const { userId } = await holder(service);
    const { clock } = service;
    for (const days of [335, 23, 7]) {
      clock.advanceBy({ days });
      await service.jobs({ job: "disable-idle" });
    }
    expect(await asksOf(userId)).toMatchObject([{ kind: "ask", at: clock.now() }]);
  });

  it("not by an enabling: a disabled account has no sessions to end", async () => {
    const { browser, userId } = await disabledHolder(service, rows);
    expect((await activate(browser)).status).toBe(200);
    expect(await asksOf(userId)).toEqual([]);
  });
});
