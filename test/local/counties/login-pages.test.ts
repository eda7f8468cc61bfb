import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import type { CountyAccount } from "../../../lib/local/counties/accounts.ts";
import { countyLogin } from "../../../lib/local/counties/login-pages/login-pages.ts";

const siteOrigin = "http://localhost:8787";
const school = { code: "533601", level: "國小", name: "市立<左營>國小" };
const pupil: CountyAccount = {
  county: "KHH",
  account: "khh-s001",
  password: "right",
  name: "王小明",
  maskedName: "王○明",
  role: "student",
  personId: "E100000001",
  places: [{ district: "左營區", school, grade: 4, class: 2, seat: 7 }],
  roster: "here",
};
const classmate: CountyAccount = {
  ...pupil,
  account: "khh-s002",
  places: [{ district: "左營區", school, grade: 4, class: 10, seat: 8 }],
};
const teacher: CountyAccount = {
  ...pupil,
  account: "khh-t003",
  role: "teacher",
  places: [
    { district: "左營區", school },
    { district: "新興區", school: { code: "533602", level: "國小", name: "市立新興國小" } },
  ],
};

function login() {
  const done: string[] = [];
  const pages = countyLogin({
    title: "高雄市<教育>帳號",
    accounts: [classmate, pupil, teacher],
    basePath: "/login",
    siteOrigin,
    async onLogin(_, { account }, ticket) {
      done.push(`${ticket} is ${account}`);
      return ticket === "gone" ? undefined : "http://127.0.0.1:1/go-on";
    },
    async onCancel(_, ticket) {
      done.push(`${ticket} is cancelled`);
      return "http://127.0.0.1:1/cancelled";
    },
  });
  const ask = async (method: string, fields: Record<string, string>, path = "/login") => {
    const request = Object.assign(new IncomingMessage(new Socket()), { method });
    const sent = new URLSearchParams(fields).toString();
    const url = new URL(method === "GET" ? `${path}?${sent}` : path, "http://127.0.0.1:1");
    return pages(request, url, method === "GET" ? "" : sent);
  };
  return { done, ask };
}

const toClass = { ticket: "t1", role: "student", district: "左營區", school: "533601-國小" };
const toPupil = { ...toClass, class: "4-2" };
const toTeacher = { ticket: "t1", role: "teacher", district: "新興區", school: "533602-國小" };
const wordsOn = (body = "") => [...body.matchAll(/<li><a href="[^"]*">([^<]*)<\/a>/g)].map(([, words]) => words);

describe("a county's login pages", () => {
  it.each([
    ["who one is", { ticket: "t1" }, ["學生登入", "教師登入"]],
    ["the district", { ticket: "t1", role: "teacher" }, ["左營區", "新興區"]],
    ["the school", { ticket: "t1", role: "student", district: "左營區" }, ["市立&lt;左營&gt;國小（國小）"]],
    ["the class, 2 before 10", toClass, ["4年2班", "4年10班"]],
  ])("ask for %s by links, the answers before kept in them", async (_, fields, expected) => {
    const page = await login().ask("GET", fields);
    expect(page?.status).toBe(200);
    expect(wordsOn(page?.body).toSorted()).toEqual(expected.toSorted());
    expect(wordsOn(page?.body)[0]).toBe(expected[0]);
    for (const [, href = ""] of page?.body.matchAll(/<li><a href="([^"]*)">/g) ?? []) {
      const query = new URL(href.replaceAll("&amp;", "&"), "http://127.0.0.1:1").searchParams;
      expect(Object.fromEntries(query)).toMatchObject(fields);
    }
  });

  it("ask a pupil for the seat among those of the class, with names masked", async () => {
    const { body = "" } = (await login().ask("GET", toPupil)) ?? {};
    expect(body).toContain('<option value="khh-s001">7 號 王○明（khh-s001）</option>');
    expect(body).not.toContain("khh-s002");
    expect(body).not.toContain("王小明");
  });

  it("ask a teacher for no class, and to type the account", async () => {
    const { body = "" } = (await login().ask("GET", toTeacher)) ?? {};
    expect(body).toMatch(/<label for="account">.*<input id="account" name="account"/s);
    expect(body).toMatch(/<label for="password">.*type="password"/s);
  });

  it("go on with who gave the right password, and only then", async () => {
    const { ask, done } = login();
    const wrong = await ask("POST", { ...toPupil, account: "khh-s001", password: "wrong" });
    expect([wrong?.status, wrong?.headers.location, done]).toEqual([422, undefined, []]);
    const right = await ask("POST", { ...toPupil, account: "khh-s001", password: "right" });
    expect([right?.status, right?.headers.location]).toEqual([303, "http://127.0.0.1:1/go-on"]);
    expect(done).toEqual(["t1 is khh-s001"]);
  });

  it("say that the password is wrong, tie the words to the field and keep the account, never the password", async () => {
    const { ask } = login();
    const typed = await ask("POST", { ...toTeacher, account: '"><b>', password: "my secret" });
    expect(typed?.body).toContain('role="alert" id="wrong"');
    expect(typed?.body).toContain('aria-describedby="wrong"');
    expect(typed?.body).toContain('value="&quot;&gt;&lt;b&gt;"');
    expect(typed?.body).not.toContain("my secret");
    const picked = await ask("POST", { ...toPupil, account: "khh-s001", password: "" });
    expect(picked?.body).toContain('<option value="khh-s001" selected>');
  });

  it("let a pupil in by no other door: not as a teacher, not in another class", async () => {
    const { ask, done } = login();
    for (const where of [toTeacher, { ...toClass, class: "4-10" }]) {
      expect((await ask("POST", { ...where, account: "khh-s001", password: "right" }))?.status).toBe(422);
    }
    expect(done).toEqual([]);
  });

  it("take a teacher of two schools at either", async () => {
    const { ask, done } = login();
    const other = { ticket: "t2", role: "teacher", district: "左營區", school: "533601-國小" };
    for (const where of [toTeacher, other]) await ask("POST", { ...where, account: " KHH-T003 ", password: "right" });
    expect(done).toEqual(["t1 is khh-t003", "t2 is khh-t003"]);
  });

  it("have 取消 on every page, whatever was chosen", async () => {
    const { ask, done } = login();
    for (const fields of [{ ticket: "t1" }, toClass, toPupil]) {
      const { body = "" } = (await ask("GET", fields)) ?? {};
      expect(body).toMatch(/<form class="cancel" method="post" action="\/login">.*value="t1">.*name="cancel".*取消/s);
    }
    const cancelled = await ask("POST", { ticket: "t1", cancel: "1" });
    expect([cancelled?.headers.location, done]).toEqual(["http://127.0.0.1:1/cancelled", ["t1 is cancelled"]]);
  });

  it("drop an answer that was never offered and ask again from there", async () => {
    const { body = "" } = (await login().ask("GET", { ...toPupil, district: "<script>" })) ?? {};
    expect(body).toContain("請選擇區域");
    expect(body).not.toContain("<script>");
  });

  it.each([
    ["without a ticket", "GET", {}],
    ["with one that is known no more", "POST", { ...toPupil, ticket: "gone", account: "khh-s001", password: "right" }],
  ])("say how to begin again, %s", async (_, method, fields) => {
    const page = await login().ask(method, fields);
    expect([page?.status, page?.headers.location]).toEqual([400, undefined]);
    expect(page?.body).toContain("請回到您要使用的網站");
  });

  it("know no other path", async () => {
    expect(await login().ask("GET", { ticket: "t1" }, "/login/more")).toBeUndefined();
  });

  it.each([
    ["a step", { ticket: "t1" }],
    ["the password", toPupil],
  ])(
    "say on the page for %s that it is a sample, in Chinese, without scripts, everything escaped",
    async (_, fields) => {
      const page = await login().ask("GET", { ...fields, ticket: '"><script>' });
      expect(page?.body).toContain('<html lang="zh-Hant-TW">');
      expect(page?.body).toContain("範例縣市");
      expect(page?.body).toContain("高雄市&lt;教育&gt;帳號");
      expect(page?.body).not.toContain("<script");
      expect(page?.headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
      expect(page?.headers["content-security-policy"]).toContain(`form-action 'self' ${siteOrigin};`);
      expect(page?.headers["cache-control"]).toBe("no-store");
    },
  );
});
