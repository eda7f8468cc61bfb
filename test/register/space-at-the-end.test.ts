import { expect, it } from "vitest";
import { apply, enrol, goodPassword } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();

it.each([` ${goodPassword}`, `${goodPassword} `, `${goodPassword}\u3000`])(
  "a password the vault would not take (%j) is told at the account step, not by a failure at the end (M17, T28)",
  async (password) => {
    const [person] = await enrol(service);
    const browser = service.browser();
    await apply.identity(browser, person!);
    await apply.consent(browser);
    const reply = await browser.call("POST /api/register/account", {
      accountName: `n${service.random(6)}`,
      password,
      email: `e${service.random()}@mail.test`,
    });
    expect(reply).toMatchObject({
      status: 422,
      body: { code: "password-rule", fields: [{ field: "password", problem: "space-at-end" }] },
    });
  },
);
