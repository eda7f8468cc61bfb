import type { BrowserContextOptions, Page } from "playwright-core";
import type { ErrorCode } from "../../../functions/contract/errors.ts";
import { errors } from "../../../functions/contract/errors.ts";
import type { AnswerOf, RouteKey } from "../../../functions/contract/routes.ts";
import type { startSite } from "../../journeys/site.ts";

type Answer = object | { readonly problem: object };
/** An answer for every call of a route, or one after the other; the last of them stays. */
export type Answers = Partial<Record<RouteKey, Answer | readonly Answer[]>>;

export interface Call {
  readonly key: RouteKey;
  readonly body: unknown;
  readonly csrfToken: string | undefined;
}

/** A refusal as the service writes it. */
export const refusal = (code: ErrorCode, more: object = {}) => ({
  problem: { code, status: errors[code].status, title: errors[code].title, ...more },
});

export const account = {
  account: "wang.ming@educloud.example",
  name: "王小明",
  personId: "A12*****89",
  enrolments: [enrolment("市立測試國小")],
  email: { value: "old@mail.test", proved: true },
  mobile: { value: "0912-345-678", proved: true },
  createdAt: "2026-09-01T02:00:00.000Z",
  lastSignInAt: "2026-11-20T02:00:00.000Z",
  secondFactor: false,
} satisfies AnswerOf<"GET /api/my-account">;

export function enrolment(name: string): AnswerOf<"GET /api/my-account">["enrolments"][number] {
  const school = { code: "383601", level: "國小" as const, name };
  return { role: "student", county: "臺北市", district: "文山區", school, grade: "5", class: "3", seat: "12" };
}

const signedIn: Answers = {
  "GET /api/session": { signedIn: true, accountName: "wang.ming", name: "王小明", csrfToken: "first" },
  "GET /api/my-account": account,
  "POST /api/re-authenticate": { accountName: "wang.ming", csrfToken: "second" },
};

/** A page of somebody who is signed in, with answers in place of the service, and every POST that was sent. */
export async function openSignedIn(
  site: Awaited<ReturnType<typeof startSite>>,
  path: string,
  answers: Answers = {},
  options: BrowserContextOptions & { readonly language?: "zh-TW" | "en" } = {},
) {
  const { language = "zh-TW", ...rest } = options;
  // Asks the service for nothing, so that no answer is used up before the page is there.
  const page = await site.open("/favicon.svg", rest);
  const table = { ...signedIn, ...answers };
  const calls: Call[] = [];
  await page.route("**/api/**", (route) => {
    const request = route.request();
    const key = `${request.method()} ${new URL(request.url()).pathname}` as RouteKey;
    if (request.method() === "POST")
      calls.push({ key, body: request.postDataJSON(), csrfToken: request.headers()["x-csrf-token"] });
    const { status, body } = next(table, key);
    return route.fulfill({ status, contentType: "application/json", body: JSON.stringify(body) });
  });
  await page.goto(path);
  if (language === "en") await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return {
    page,
    calls,
    table,
    bodies: (key: RouteKey) => calls.filter((one) => one.key === key).map(({ body }) => body),
  };
}

function next(table: Answers, key: RouteKey): { status: number; body: object } {
  const kept = table[key];
  const answer = Array.isArray(kept) ? (kept.length > 1 ? kept.shift() : kept[0]) : kept;
  if (answer === undefined) throw new Error(`no answer was given for ${key}`);
  const { problem } = answer as { problem?: { status: number } };
  return problem ? { status: problem.status, body: problem } : { status: 200, body: answer };
}

/** What has the focus, as a person would call it. */
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || "");
