import { describe, expect, it } from "vitest";
import {
  checkPlatformForm,
  type PlatformForm,
  platformFormToSend,
} from "../../../web/pages/link-legacy-account/rules/form-check.ts";
import {
  linkAddress,
  linkPageAt,
  linkPageToShow,
  signedInAddress,
} from "../../../web/pages/link-legacy-account/rules/link-pages.ts";

const coming = { client: "ups-learning", interaction: "V1StGXR8_Z5jdHi6B-myT" };
const alone = { client: "ups-learning" };

describe("the addresses of who comes to a legacy platform (M81)", () => {
  it("each page has its own, which leads to it again", () => {
    const pages = ["notice", "account", "password", "register", "done"] as const;
    const found = pages.map((page) => linkPageAt(linkAddress(page, coming).split("?")[0] ?? ""));
    expect(found).toEqual(pages);
    expect(linkPageAt("/link-legacy-account/nothing")).toBe("notice");
  });

  it("say which platform and which request, and no request where none waits", () => {
    const query = (address: string) => Object.fromEntries(new URL(address, "https://site.test").searchParams);
    expect(query(linkAddress("account", coming))).toEqual(coming);
    expect(query(linkAddress("account", alone))).toEqual(alone);
    expect(query(linkAddress("notice", { client: "a&interaction=x" }))).toEqual({ client: "a&interaction=x" });
  });

  it("signing in as somebody else leads to the request that waits, or else back here", () => {
    expect(signedInAddress(coming)).toBe("/consent/V1StGXR8_Z5jdHi6B-myT");
    expect(signedInAddress(alone)).toBe("/link-legacy-account?client=ups-learning");
  });
});

describe("which page is shown", () => {
  const since = "2016-01-31T16:00:00.000Z";

  it.each([
    ["notice", { state: "open" }, "notice"],
    ["account", { state: "open" }, "account"],
    ["password", { state: "open" }, "password"],
    ["register", { state: "open" }, "register"],
    ["done", { state: "open" }, "notice"],
    ["account", { state: "linked" }, "done"],
    ["register", { state: "registered" }, "done"],
    ["notice", { state: "linked" }, "done"],
    ["account", { state: "open", linkingEnded: since }, "notice"],
    ["password", { state: "open", linkingEnded: since }, "notice"],
    ["register", { state: "open", linkingEnded: since }, "register"],
  ] as const)("%s, where %o: %s", (wanted, arrival, shown) => expect(linkPageToShow(wanted, arrival)).toBe(shown));
});

describe("the form of 尚未有平台資訊 (M83)", () => {
  const form: PlatformForm = {
    title: " 教師 ",
    phone: " 02-2345-6789#12 ",
    email: "ming@home.test",
    gender: "male",
    personId: "A123456789",
    chineseName: "王小明",
    englishName: "Wang Xiao-ming",
  };
  const blank: PlatformForm = { ...form, title: " ", email: "", gender: "none", chineseName: "　", englishName: "" };

  it("a whole one has no problem, nor one with what is required only", () => {
    expect(checkPlatformForm(form, true)).toEqual([]);
    expect(checkPlatformForm({ ...blank, personId: "" }, false)).toEqual([]);
  });

  it.each([
    [{ phone: "  " }, ["phone", "empty"]],
    [{ phone: "call me" }, ["phone", "characters"]],
    [{ phone: "12345" }, ["phone", "length"]],
    [{ email: "ming" }, ["email", "at"]],
    [{ personId: "" }, ["personId", "empty"]],
    [{ personId: "A123456788" }, ["personId", "checksum"]],
    [{ chineseName: "123" }, ["chineseName", "characters"]],
    [{ englishName: "x".repeat(61) }, ["englishName", "characters"]],
    [{ title: "長".repeat(61) }, ["title", "too-long"]],
  ] as const)("%o is told of its field alone", (change, problem) =>
    expect(checkPlatformForm({ ...form, ...change }, true)).toEqual([problem]),
  );

  it("all that is wrong comes in the order of the page", () => {
    const wrong = { ...form, phone: "", email: "x", personId: "1", chineseName: "1" };
    expect(checkPlatformForm(wrong, true).map(([field]) => field)).toEqual([
      "phone",
      "email",
      "personId",
      "chineseName",
    ]);
  });

  it("what is blank is left out, and an ID number that nobody asks for (M86)", () => {
    expect(platformFormToSend(form, true)).toEqual({ ...form, title: "教師", phone: "02-2345-6789#12" });
    expect(platformFormToSend(blank, false)).toEqual({ phone: "02-2345-6789#12" });
  });
});
