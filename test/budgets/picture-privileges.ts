import { expect } from "vitest";
import { png, red } from "../pictures/files.ts";
import { upload } from "../pictures/uploads.ts";
import { signIn } from "../service/people.ts";
import { joining, withPublicAccount } from "../service/public-people.ts";
import type { Booking } from "./recovery-privileges.ts";

/** Everything that pictures of people ask of AWS (M20): of an account, of a registration, and of one that comes to nothing. */
export async function picturesOfPeople(at: Booking): Promise<void> {
  const { service } = at;
  const file = png(20, 20, () => red);
  const { email } = await withPublicAccount(service);
  const browser = at.bookedBrowser();
  await signIn(browser, email);
  service.clock.advanceBy({ minutes: 2 });
  await upload(browser, "POST /api/my-account/picture", file);
  const { status, body } = await upload(browser, "POST /api/my-account/picture", file);
  expect(status).toBe(200);
  const shown = await at.booked("pictures", () => service.browser().visit(String(body.picture)));
  expect(shown.status).toBe(200);
  expect((await browser.call("POST /api/my-account/picture/remove")).status).toBe(200);

  const never = at.bookedBrowser();
  await joining.register(never, `least.${service.random()}@mail.test`);
  expect((await upload(never, "POST /api/public/picture", file)).status).toBe(200);
  service.clock.advanceBy({ days: 1, minutes: 1 });
  await at.booked("jobs", () => service.jobs({ job: "reconcile-registrations" }));
  // Two that another took the place of, or that was taken away.
  expect(await at.booked("jobs", () => service.jobs({ job: "remove-pictures" }))).toEqual({ removed: 2 });
}
