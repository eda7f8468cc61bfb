import { describe, expect, test } from "vitest";
import { problemOf } from "../../web/api.ts";

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers: { "content-type": "application/problem+json", ...headers } });

describe("what the site makes of a refused request", () => {
  test("a problem document comes through with its code, its number to quote and its broken rules", async () => {
    const document = {
      code: "password-rule",
      status: 422,
      title: "The password does not follow the rule",
      id: "7KQ2-M4XD",
      fields: [{ field: "password", problem: "too-short" }],
    };
    expect(await problemOf(answer(422, JSON.stringify(document)))).toEqual(document);
  });

  test("the wait of the retry-after header is told when the document has none", async () => {
    const document = JSON.stringify({ code: "too-many-tries", status: 429, title: "Too many tries" });
    expect(await problemOf(answer(429, document, { "retry-after": "42" }))).toMatchObject({ retryAfter: 42 });
  });

  test.each([
    [502, "internal"],
    [503, "try-again-later"],
    [429, "too-many-tries"],
    [403, "internal"],
  ])("a page of something in between, status %i, is not shown but turned into a sentence", async (status, code) => {
    const page = answer(status, "<html>Bad gateway</html>", { "content-type": "text/html" });
    expect(await problemOf(page)).toMatchObject({ code, status });
  });

  test("a code this page does not know yet is told as trouble on our side", async () => {
    expect(await problemOf(answer(422, JSON.stringify({ code: "brand-new", status: 422 })))).toMatchObject({
      code: "internal",
      status: 422,
    });
  });

  test("a broken document is no reason to break the page", async () => {
    expect(await problemOf(answer(500, "{"))).toMatchObject({ code: "internal" });
    expect(await problemOf(answer(500, "null"))).toMatchObject({ code: "internal" });
  });
});
