import { generateSync } from "otplib";
import type { Page } from "playwright-core";

export interface FactorOfJourney {
  readonly recoveryCodes: readonly string[];
  /** What the app shows so many steps of 30 seconds from now. */
  shown(steps: number): string;
}

/** 綁定 and 啟用雙因子驗證 as the pages ask for them, of whoever is signed in: a step works once, so each takes a later one. */
export async function switchFactorOn(page: Page): Promise<FactorOfJourney> {
  const { secret } = await post<{ secret: string }>(page, "start", {});
  const shown = (steps: number) => generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + 30 * steps });
  const bind = () => post(page, "bind", { code: shown(-1) });
  // The half minute of the code may end on its way: then the app shows the next one.
  await bind().catch(bind);
  const { recoveryCodes } = await post<{ recoveryCodes: string[] }>(page, "enable", { code: shown(0) });
  return { recoveryCodes, shown };
}

async function post<T>(page: Page, step: string, body: object): Promise<T> {
  const answered = await page.evaluate(
    async ([path, json]) => {
      const { csrfToken } = await (await fetch("/api/session")).json();
      const headers = { "content-type": "application/json", "x-csrf-token": csrfToken };
      const response = await fetch(path, { method: "POST", headers, body: json });
      return { ok: response.ok, answer: await response.json() };
    },
    [`/api/my-account/two-factor/${step}`, JSON.stringify(body)] as const,
  );
  if (!answered.ok) throw new Error(`${step}: ${answered.answer.code}`);
  return answered.answer as T;
}
