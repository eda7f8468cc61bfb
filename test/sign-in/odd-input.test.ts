import { expect, it } from "vitest";
import { signIn, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();

it("an account name that grows when it is folded is an unknown one, not a failure of ours (T04, T28)", async () => {
  // U+FDFA is one character and becomes eighteen.
  const reply = await signIn(service.browser(), "\ufdfa".repeat(300));
  expect(reply).toMatchObject({ status: 401, body: { code: "sign-in-failed" } });
});

it("an empty password is a wrong one, of a known and of an unknown account alike (T04, T28)", async () => {
  const { accountName } = await withAccount(service);
  for (const name of [accountName, "nobody.at.all"]) {
    expect(await signIn(service.browser(), name, "")).toMatchObject({ status: 401, body: { code: "sign-in-failed" } });
  }
});
