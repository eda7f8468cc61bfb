import { createHash } from "node:crypto";
import { expect } from "vitest";
import { arriving, atPlatform, legacyPlatform } from "../service/legacy.ts";
import type { Booking } from "./recovery-privileges.ts";

const md5 = (text: string) => createHash("md5").update(text).digest("hex");

/** Everything that the import of a legacy platform's accounts, and the help desk that takes one off again, ask of AWS. */
export async function legacyJobs({ service, booked }: Booking): Promise<void> {
  const platform = await legacyPlatform(service, { platform: { eventsUri: "https://nobody.invalid/events" } });
  const row = { line: 2, account: "imported", format: "md5", hash: md5("old") };
  const jobs = (event: object) =>
    booked("jobs", () => service.jobs({ platform: platform.id, operator: "tests", ...event }));
  for (const hint of ["one", "another"]) await jobs({ job: "import-legacy-accounts", rows: [{ ...row, hint }] });
  const { browser } = await arriving(service);
  const pair = { account: "imported", password: "old" };
  expect((await atPlatform.link(browser, platform, pair)).status).toBe(200);
  const unlinked = await jobs({ job: "unlink-legacy-account", account: "imported", reason: "case 1" });
  expect(unlinked).toEqual({ unlinked: true });
  const registering = await arriving(service);
  expect((await atPlatform.register(registering.browser, platform)).status).toBe(200);
  const by = { registered: registering.accountName, reason: "case 2" };
  expect(await jobs({ job: "unlink-legacy-account", ...by })).toEqual({ unlinked: true });
}
