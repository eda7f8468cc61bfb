import { expect, it } from "vitest";
import { apply, enrol } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();

it("a mailbox written in other letter case is the same mailbox to the limit of mails (T13)", async () => {
  const people = await enrol(service, 31);
  const tag = service.random(6);
  const answers: string[] = [];
  for (const [index, person] of people.entries()) {
    const browser = service.browser();
    // Each spelling reaches the same person: mail hosts do not tell them apart.
    const local = [...`victim${tag}`].map((char, at) => ((index >> at) & 1 ? char.toUpperCase() : char)).join("");
    if (index > 0 && index % 4 === 0) service.clock.advanceBy({ minutes: 40 });
    await apply.identity(browser, person);
    await apply.consent(browser);
    await apply.account(browser, { accountName: `n${service.random(6)}`, email: `${local}@mail.test` });
    const { status, body } = await apply.send(browser);
    answers.push(status === 200 ? "sent" : String(body.code));
  }
  expect(answers).toEqual([...Array(30).fill("sent"), "code-limit"]);
}, 60_000);
