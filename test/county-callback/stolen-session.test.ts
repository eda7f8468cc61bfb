import { expect, it } from "vitest";
import { accountAt, arrive, enrolAccounts, fillIn, isAtTwoSchools, startCountyService } from "../service/counties.ts";
import { apply, codeSentTo, goodPassword, signIn } from "../service/people.ts";

const service = await startCountyService();

const homonyms = () => {
  const homonym = accountAt("TAO", isAtTwoSchools);
  return { homonym, victim: { ...accountAt("TAO", undefined, 7), name: homonym.name } };
};

it("a stolen session binds no county account without a fresh proof, and with one none of another person of the same name (T20, T35)", async () => {
  const { homonym, victim } = homonyms();
  await enrolAccounts(service, [homonym]);
  await enrolAccounts(service, [homonym, victim]);
  const applicant = service.browser();
  expect((await fillIn(applicant, victim)).status).toBe(200);
  const [accountName, email] = ["homonym.victim", "homonym@mail.test"];
  await apply.consent(applicant);
  await apply.account(applicant, { accountName, email });
  await apply.send(applicant);
  await apply.check(applicant, codeSentTo(service, email));
  expect((await apply.complete(applicant)).status).toBe(200);
  const own = service.browser();
  await signIn(own, accountName);
  const thief = own.copy();
  const told = service.sent(email).length;

  const arrived = await arrive(thief, homonym, "sign-in");
  service.clock.advanceBy({ minutes: 6 });
  expect((await thief.call("POST /api/my-account/two-factor/start")).body.code).toBe("re-authentication-required");
  const linked = await thief.call("POST /api/county/link");
  await service.jobs({ job: "send-messages" });
  const notices = service.sent(email).length - told;
  service.clock.advanceBy({ minutes: -6 });
  // One name is not one person: with a fresh proof it is refused too, since the two are at other schools.
  const fresh = await own.call("POST /api/re-authenticate", { password: goodPassword });
  own.csrfToken = fresh.body.csrfToken;
  await arrive(own, homonym, "sign-in");
  expect((await own.call("POST /api/county/link")).body.code).toBe("county-other-person");
  const reset = await arrive(service.browser(), homonym, "reset-password");
  expect({
    arrived: arrived.body.outcome,
    linked: linked.status,
    code: linked.body.code,
    notices,
    reset: reset.body,
  }).toEqual({
    arrived: "choose",
    linked: 403,
    code: "re-authentication-required",
    notices: 0,
    reset: { outcome: "no-account", county: "TAO" },
  });
});
