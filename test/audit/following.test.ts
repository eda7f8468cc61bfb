import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { runAuditCommand } from "../../lib/audit-commands/run.ts";
import { startSchedule } from "../../lib/local/schedule.ts";
import { openTableStream } from "../../lib/local/table-stream.ts";
import { withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { streamOf } from "./world.ts";

const service = await startService({ prefix: "following-" });
const { jobs, clock, prefix } = service;
const today = () => new Date(clock.now()).toISOString().slice(0, 10);
const dynamo = tables(prefix);
const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "";

async function record(subject: string) {
  const key = { subject, entry: `${new Date(clock.now()).toISOString()}#${service.random()}` };
  await dynamo.send(new PutCommand({ TableName: dynamo.name("audit"), Item: { ...key, event: "password.reset" } }));
  return key;
}

describe("audit records that were written a moment ago (T27)", () => {
  it("are linked by the job as the stream tells of them, twice no more than once", async () => {
    const [one, two] = [await record("a"), await record("b")];
    expect(await jobs(streamOf([one, two]))).toEqual({ linked: 2 });
    expect(await jobs(streamOf([two, one]))).toEqual({ linked: 0 });
    expect(await jobs({ job: "verify-audit", day: today() })).toMatchObject({ links: 2, broken: 0 });
  });

  it("of an application and everything else are linked on one machine by the schedule, from the beginning of the stream", async () => {
    const stream = await openTableStream(endpoint, dynamo.name("audit"));
    await withAccount(service);
    const late = await record("c");
    const timers = new Map<number, (() => void)[]>();
    const told: string[] = [];
    const given: unknown[] = [];
    const schedule = startSchedule(
      async (event) => {
        given.push(event);
        return jobs(event);
      },
      {
        auditStream: stream,
        every: (milliseconds, run) => {
          timers.set(milliseconds, [...(timers.get(milliseconds) ?? []), run]);
          return () => timers.clear();
        },
        tell: (sentence) => told.push(sentence),
      },
    );
    for (const run of timers.get(1_000) ?? []) run();
    await schedule.stop();
    expect(told).toEqual([]);
    const records = given.flatMap((event) => (event as { Records?: unknown[] }).Records ?? []);
    expect(JSON.stringify(records)).toContain(late.entry);
    clock.advanceBy({ hours: 2 });
    const report = await jobs({ job: "verify-audit", day: today() });
    expect(report).toMatchObject({ broken: 0, findings: [] });
    expect((await stream.read()).records).toEqual([]);
  });

  it("come again from the stream until they are taken", async () => {
    const stream = await openTableStream(endpoint, dynamo.name("audit"));
    const first = await stream.read();
    expect(first.records.length).toBeGreaterThan(0);
    expect((await stream.read()).records).toEqual(first.records);
    first.taken();
    const key = await record("d");
    const { records } = await stream.read();
    expect(records).toMatchObject(streamOf([key]).Records);
  });

  it("are read again by a command, which ends with 1 and names what is broken", async () => {
    const environment = { ...process.env, ...service.environment };
    const run = async (...typed: string[]) => {
      const [said, remarks]: string[][] = [[], []];
      const code = await runAuditCommand(typed, environment, {
        say: (line) => said?.push(line),
        remark: (line) => remarks?.push(line),
      });
      return { code, said: said?.join("\n") ?? "", remarks: remarks?.join("\n") ?? "" };
    };
    const day = today();
    expect(await run("verify", day)).toMatchObject({ code: 0, remarks: expect.stringContaining("0 not as they were") });
    const key = await record("e");
    await jobs(streamOf([key]));
    await dynamo.send(new PutCommand({ TableName: dynamo.name("audit"), Item: { ...key, event: "account.closed" } }));
    const broken = await run("verify", day);
    expect(broken.code).toBe(1);
    expect(broken.said).toContain("Record changed");
    expect(broken.said).toContain(key.entry);
    for (const wrong of [
      [],
      ["verify"],
      ["verify", "2026-02-31"],
      ["verify", "today"],
      ["verify", day, "x"],
      ["x", day],
    ])
      expect(await run(...wrong)).toMatchObject({ code: 2, said: "" });
  });
});
