import { afterEach, describe, expect, it } from "vitest";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { recordOf, written } from "./written.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
afterEach(() => lane.mend());

let people = 0;
/** Contacts of somebody new. */
function somebody() {
  people += 1;
  return { email: `prompt${people}@mail.test`, mobile: `+8869${String(people).padStart(8, "0")}` };
}
const streamed = (...records: unknown[]) => service.jobs({ Records: records });
const sentTo = ({ email, mobile }: { email: string; mobile: string }) => [
  service.sent(email).length,
  service.sent(mobile).length,
];
const row = async (messageId: string) => (await rows.all("messages")).find((one) => one.messageId === messageId);

describe("what the stream of messages hands over (T46)", () => {
  it("is sent at once, by mail and by SMS, and nothing of what was said is kept", async () => {
    const to = somebody();
    const message = await written(service, to);
    expect(await streamed(recordOf(message))).toEqual({ taken: 1 });
    expect(sentTo(to)).toEqual([1, 1]);
    expect(service.sent(to.mobile)[0]?.text).toMatch(/^204817 /);
    const kept = await row(message.messageId);
    expect(kept).toMatchObject({ states: { email: "accepted", sms: "accepted" } });
    expect(Object.keys(kept ?? {}).toSorted()).toEqual(["addressKey", "attempts", "cleanAt", "messageId", "states"]);
  });

  it("is sent once when it is handed over twice, also twice in one batch", async () => {
    const to = somebody();
    const record = recordOf(await written(service, to));
    expect(await streamed(record, record)).toEqual({ taken: 1 });
    expect(await streamed(record)).toEqual({ taken: 0 });
    expect(sentTo(to)).toEqual([1, 1]);
  });

  it("is sent once when two runs and the sweep have it at once", async () => {
    const to = somebody();
    const record = recordOf(await written(service, to));
    await Promise.all([streamed(record), streamed(record), service.jobs({ job: "send-messages" })]);
    expect(sentTo(to)).toEqual([1, 1]);
  });

  it("is sent by the sweep when the stream never says a word", async () => {
    const to = somebody();
    await written(service, to);
    expect(await service.jobs({ job: "send-messages" })).toEqual({ taken: 1 });
    expect(sentTo(to)).toEqual([1, 1]);
  });

  it("is left to its writer when it is the writer's to send", async () => {
    const to = somebody();
    const message = await written(service, to, { sender: "writer" });
    expect(await streamed(recordOf(message))).toEqual({ taken: 0 });
    expect(sentTo(to)).toEqual([0, 0]);
  });

  it("is not sent when its code has died", async () => {
    const to = somebody();
    const message = await written(service, to, { until: service.clock.now() - 1 });
    expect(await streamed(recordOf(message))).toEqual({ taken: 0 });
    expect(sentTo(to)).toEqual([0, 0]);
    expect(await row(message.messageId)).toMatchObject({ states: { email: "failed", sms: "failed" } });
  });

  it("nobody's message, which has no way to go, is taken and settled by the same calls and sent nowhere (T04)", async () => {
    const decoy = await written(service, {});
    const real = await written(service, { mobile: somebody().mobile });
    const callsFor = async (record: object) => {
      lane.mend();
      await streamed(record);
      return lane.names().filter((name) => name.startsWith("dynamodb"));
    };
    const calls = await callsFor(recordOf(decoy));
    expect(calls).toEqual(["dynamodb.UpdateItem messages", "dynamodb.UpdateItem messages"]);
    expect(await callsFor(recordOf(real))).toEqual(calls);
    expect(await row(decoy.messageId)).toMatchObject({ states: {} });
    expect(await row(decoy.messageId)).not.toHaveProperty("dueAt");
    service.clock.advanceBy({ seconds: 61 });
    await service.jobs({ job: "send-messages" });
    expect(await row(decoy.messageId)).toMatchObject({ attempts: 1 });
  });
});

describe("rubbish from the stream", () => {
  const keys = (messageId: unknown) => ({ eventName: "INSERT", dynamodb: { Keys: { messageId } } });

  it("is passed over; the message beside it is sent", async () => {
    const to = somebody();
    const record = recordOf(await written(service, to));
    const rubbish = [
      null,
      7,
      "INSERT",
      [],
      {},
      { eventName: "INSERT" },
      { eventName: "INSERT", dynamodb: { Keys: {} } },
      { ...record, eventName: "REMOVE" },
      { ...record, eventName: "MODIFY" },
      keys({ N: "7" }),
      keys({ S: "" }),
      keys({ S: "x".repeat(65) }),
      keys({ S: "bounced#abc" }),
      keys({ S: "never-written" }),
    ];
    lane.mend();
    expect(await streamed(...rubbish, record)).toEqual({ taken: 1 });
    expect(sentTo(to)).toEqual([1, 1]);
    const takes = lane.names().filter((name) => name === "dynamodb.UpdateItem messages");
    // One for the message that was never written, two for the one that was.
    expect(takes).toHaveLength(3);
  });

  it("makes no row", async () => {
    await streamed(keys({ S: "never-written-2" }));
    expect(await row("never-written-2")).toBeUndefined();
  });

  it.each([
    ["no list", { Records: {} }],
    ["more than Lambda ever gives", { Records: Array.from({ length: 10_001 }, () => null) }],
    ["nothing", undefined],
    ["another job", { job: "sing" }],
  ])("%s is an error, which Lambda sees", async (_, event) => {
    await expect(service.jobs(event)).rejects.toThrow();
  });

  it("a message that cannot be opened is told to Lambda after all others were sent", async () => {
    const to = somebody();
    const broken = await written(service, somebody());
    const record = recordOf(await written(service, to));
    await rows.put("messages", { ...(await row(broken.messageId)), message: "not ours" });
    await expect(streamed(recordOf(broken), record)).rejects.toThrow("1 written messages could not be sent");
    expect(sentTo(to)).toEqual([1, 1]);
  });
});
