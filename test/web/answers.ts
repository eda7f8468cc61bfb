import type { Page } from "playwright-core";

/** A JSON answer, or a refusal by its code and status and what else it says; a function decides each time it is asked. */
export type Given = object | readonly [status: number, code: string, more?: object] | (() => Given);

export interface Asked {
  readonly key: string;
  readonly body: unknown;
  readonly csrfToken: string | undefined;
}

const problem = (status: number, code: string) => ({ type: "about:blank", title: code, status, code, id: "N-1" });

/**
 * Answers in place of the service, by `GET /api/session`. What is not named goes to the service itself. Gives the list of what was
 * asked, which grows.
 */
export async function answer(page: Page, answers: Readonly<Record<string, Given>>): Promise<Asked[]> {
  const asked: Asked[] = [];
  await page.route("**/api/**", (route) => {
    const request = route.request();
    const key = `${request.method()} ${new URL(request.url()).pathname}`;
    let given = answers[key];
    if (given === undefined) return route.fallback();
    asked.push({ key, body: request.postDataJSON(), csrfToken: request.headers()["x-csrf-token"] });
    while (typeof given === "function") given = (given as () => Given)();
    if (!Array.isArray(given)) return route.fulfill({ json: given });
    const [status, code, more = {}] = given as [number, string, object?];
    const json = { ...problem(status, code), ...more };
    return route.fulfill({ status, contentType: "application/problem+json", json });
  });
  return asked;
}

export const signedIn = { signedIn: true, accountName: "wang.xm", name: "王小明", csrfToken: "csrf-1" };
export const signedOut = { signedIn: false };
export const reason = { "zh-TW": "把您排進您的班級。", en: "To put you into your class." };
export const named = (zh: string, en: string) => ({ "zh-TW": zh, en });
