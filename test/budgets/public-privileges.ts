import { expect } from "vitest";
import { goodPassword } from "../service/people.ts";
import { activationMail, joining } from "../service/public-people.ts";
import type { Booking } from "./recovery-privileges.ts";

/** Everything that registering by e-mail asks of AWS (M20): sent twice, wrong once, activated, broken off, refused. */
export async function joiningByMail(at: Booking): Promise<void> {
  const { service, lane } = at;
  const email = () => `least.${service.random()}@mail.test`;
  const first = { browser: at.bookedBrowser(), email: email() };
  await joining.register(first.browser, first.email);
  service.clock.advanceBy({ seconds: 61 });
  expect((await joining.resend(first.browser)).status).toBe(200);
  expect((await joining.resendTo(first.browser, email())).status).toBe(200);
  const { token, code } = await activationMail(service, first.email);
  await joining.show(first.browser);
  await joining.look(first.browser, token);
  expect((await joining.byCode(first.browser, "abcdef")).body.code).toBe("code-wrong");
  expect((await joining.byCode(first.browser, code, "Wombat-2027-y")).body.code).toBe("password-wrong");
  expect((await joining.byCode(first.browser, code)).status).toBe(200);

  const [broken, refused] = [email(), email()];
  await joining.register(first.browser, broken);
  lane.fault({ mode: "before", at: "cognito.AdminSetUserPassword", nth: "every" });
  const link = await activationMail(service, broken);
  expect((await joining.byLink(first.browser, link.token, goodPassword)).status).toBeGreaterThanOrEqual(500);
  lane.mend();
  await joining.register(first.browser, refused);
  expect((await joining.refuse(first.browser, (await activationMail(service, refused)).token)).status).toBe(200);
  service.clock.advanceBy({ minutes: 16 });
  await at.booked("jobs", () => service.jobs({ job: "reconcile-registrations" }));
}
