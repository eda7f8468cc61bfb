import { afterEach, describe, expect, test } from "vitest";
import { checkAnswer } from "../../lib/county-check/answer.ts";
import { readArguments } from "../../lib/county-check/arguments.ts";
import { linesOf, problem } from "../../lib/county-check/finding.ts";
import { type Listener, listen, loopbackOf } from "../../lib/county-check/listener.ts";
import { problemsIn } from "./read-findings.ts";

const redirect = "https://account.example.com/api/county/KHH/callback";

describe("the address that a browser came back to", () => {
  test.each([
    ["the redirect address", `${redirect}?code=c&state=s`],
    ["with spaces around", `  ${redirect}?code=c&state=s\n`],
    [
      "the page that the service hands the answer to",
      "https://account.example.com/sign-in/county/callback#county=KHH&code=c&state=s",
    ],
  ])("%s is taken", (_, pasted) => {
    expect(checkAnswer(redirect, pasted).answer?.href).toBe(`${redirect}?code=c&state=s`);
  });

  test.each([
    ["nothing", undefined, "There was no address"],
    ["an empty line", " ", "There was no address"],
    ["a word", "code", "What was pasted is no address"],
    ["another site", "https://other.example/api/county/KHH/callback?code=c", "did not come back"],
    ["another county's path (T33)", "https://account.example.com/api/county/TNN/callback?code=c", "did not come back"],
    [
      "another county's answer",
      "https://account.example.com/sign-in/county/callback#county=TNN&code=c",
      "did not come",
    ],
  ])("%s is a problem", (_, pasted, said) => {
    const { answer, findings } = checkAnswer(redirect, pasted);
    expect(answer).toBeUndefined();
    expect(problemsIn(findings)).toEqual([expect.stringContaining(said)]);
  });
});

describe("waiting for the browser on this machine", () => {
  const path = "/api/county/KHH/callback";
  let listener: Listener | undefined;
  afterEach(() => listener?.stop());

  test("a query and a form are both an answer (OpenID 2.0 §5.2.1)", async () => {
    listener = await listen({ host: "127.0.0.1", port: 0, path });
    const answered = listener.answered(60);
    expect((await fetch(`${listener.origin}/favicon.ico`)).status).toBe(404);
    const page = await fetch(`${listener.origin}${path}?state=s`, {
      method: "POST",
      body: new URLSearchParams({ "openid.mode": "id_res" }),
    });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("Go back to the terminal")]);
    expect(await answered).toBe(`${listener.origin}${path}?state=s&openid.mode=id_res`);
  });

  test("nobody comes: no answer", async () => {
    listener = await listen({ host: "127.0.0.1", port: 0, path });
    expect(await listener.answered(0)).toBeUndefined();
  });

  test("a taken port is an error", async () => {
    listener = await listen({ host: "127.0.0.1", port: 0, path });
    const { port } = new URL(listener.origin);
    await expect(listen({ host: "127.0.0.1", port: Number(port), path })).rejects.toThrow("EADDRINUSE");
  });

  test.each([
    ["http://localhost:8787/a", { host: "localhost", port: 8787, path: "/a" }],
    ["http://[::1]/a", { host: "::1", port: 80, path: "/a" }],
    ["https://localhost:8787/a", undefined],
    [redirect, undefined],
  ])("%s: host, port and path, for plain http to this machine only", (address, found) => {
    expect(loopbackOf(address)).toEqual(found);
  });
});

describe("what is typed", () => {
  test("a county is enough", () => {
    expect(readArguments(["check", "KHH"])).toEqual({
      county: "KHH",
      file: ".local/counties.json",
      redirect: "http://localhost:8787/api/county/KHH/callback",
      listen: false,
    });
  });

  test("its ISO name and small letters do too, and each default can be replaced", () => {
    expect(readArguments(["check", "tw-tnn", "--file", "c.json", "--redirect", redirect, "--listen"])).toEqual({
      county: "TNN",
      file: "c.json",
      redirect,
      listen: true,
    });
  });

  test.each(["ftp://account.example.com/", `${redirect}?a=b`, `${redirect}#a`])(
    "%s is no redirect address",
    (given) => {
      expect(readArguments(["check", "KHH", "--redirect", given])).toBeUndefined();
    },
  );
});

test("what a county wrote does not steer the terminal (T23)", () => {
  expect(linesOf(problem("\u001b[2J清除", "\u202eclear")).join("")).not.toMatch(/\p{C}/u);
});
