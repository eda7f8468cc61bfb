import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import type { CountySetup } from "../../functions/ports/county-providers.ts";
import {
  callbackOf,
  cameTo,
  counties,
  fieldsOf,
  openId2,
  sendXrds,
  setupOf,
  trap,
  xrds,
  yesOp,
} from "./openid2-world.ts";

const attacker = await trap();
const html = (body: string) => (response: ServerResponse) =>
  void response.writeHead(200, { "content-type": "text/html" }).end(`<html><head>${body}</head></html>`);
const says =
  (body: string, status = 200) =>
  (response: ServerResponse) =>
    void response.writeHead(status).end(body);
const silent = () => {};
const large = says("is_valid:true\n".padEnd(1024 * 1024, "x"));
const elsewhere = (response: ServerResponse) => void response.writeHead(302, { location: attacker.origin }).end();

describe("a county whose endpoint does not confirm", () => {
  it.each([
    ["silent", silent, "down", "timeout"],
    ["an error of its own", says("is_valid:true\n", 500), "down", "status"],
    ["a refusal to answer", says("is_valid:true\n", 400), "down", "status"],
    ["a page", html("\nis_valid:true\n"), "down", "garbled"],
    ["a megabyte", large, "down", "too-large"],
    ["nothing", says(""), "down", "garbled"],
    ["yes and no", says("is_valid:false\nis_valid:true\n"), "down", "garbled"],
    ["something like yes", says("is_valid:TRUE\n"), "down", "garbled"],
    ["yes in another version", says("ns:http://openid.net/signon/1.1\nis_valid:true\n"), "down", "garbled"],
    ["sent elsewhere", elsewhere, "down", "redirected"],
    ["no", says(`ns:${openId2}\nis_valid:false\n`), "refused", "signature"],
  ])("%s (T34)", async (_name, confirm, kind, reason) => {
    const op = await yesOp();
    const { kept } = await counties.begin(op.setup, callbackOf("TNN"));
    op.confirm = confirm;
    const asked = counties.finish(op.setup, kept, cameTo(kept, fieldsOf(op, kept)));
    await expect(asked).rejects.toMatchObject({ name: "CountyTrouble", kind, reason });
    expect(op.seen).toEqual(["GET /op/", "POST /op/server"]);
    expect(attacker.seen).toEqual([]);
  });

  it("counts a yes with lines that end as on Windows", async () => {
    const op = await yesOp();
    const { kept } = await counties.begin(op.setup, callbackOf("TNN"));
    op.confirm = says("is_valid:true\r\n");
    expect((await counties.finish(op.setup, kept, cameTo(kept, fieldsOf(op, kept)))).subject).toBe("wang");
  });
});

describe("a county that cannot be discovered", () => {
  const service = "<Service><Type>";
  it.each([
    ["silent", silent, "down", "timeout"],
    ["an error", says("", 503), "down", "status"],
    ["not there", says("", 404), "down", "status"],
    ["a page that says nothing", html("<title>縣市</title>"), "down", "discovery"],
    ["a megabyte", large, "down", "too-large"],
    ["nothing", says(""), "down", "discovery"],
    ["a document that is none", (to: ServerResponse) => sendXrds(to, "{}"), "down", "discovery"],
    [
      "a document that takes hours to read",
      (to: ServerResponse) => sendXrds(to, service.repeat(9_000)),
      "down",
      "too-large",
    ],
    ["sent elsewhere", elsewhere, "down", "redirected"],
    ["another endpoint", (to: ServerResponse) => sendXrds(to, xrds(attacker.origin)), "refused", "endpoint"],
    ["an endpoint that is no address", (to: ServerResponse) => sendXrds(to, xrds("nowhere")), "refused", "endpoint"],
    [
      "a document elsewhere",
      html(`<meta http-equiv="x-xrds-location" content="${attacker.origin}">`),
      "refused",
      "elsewhere",
    ],
    ["an endpoint in a page", html(`<link rel="openid2.provider" href="${attacker.origin}">`), "refused", "version"],
  ])("%s (T33)", async (_name, discover, kind, reason) => {
    const op = await yesOp();
    op.discover = discover;
    const asked = counties.begin(op.setup, callbackOf("TNN"));
    await expect(asked).rejects.toMatchObject({ name: "CountyTrouble", kind, reason });
    expect(attacker.seen).toEqual([]);
    expect(op.seen).toEqual(["GET /op/"]);
  });

  it("names another endpoint of its own host, or a version before 2.0 (T33)", async () => {
    const op = await yesOp();
    op.discover = (to) => sendXrds(to, xrds(`${op.endpoint}/other`));
    await expect(counties.begin(op.setup, callbackOf("TNN"))).rejects.toMatchObject({ reason: "endpoint" });
    op.discover = (to) => sendXrds(to, xrds(op.endpoint, "http://openid.net/signon/1.1"));
    await expect(counties.begin(op.setup, callbackOf("TNN"))).rejects.toMatchObject({ reason: "version" });
  });

  it("is found by the document that its page names, and is asked for nothing else", async () => {
    const op = await yesOp();
    op.discover = (to) => {
      if (op.seen.length > 1) return sendXrds(to, xrds(op.endpoint));
      to.writeHead(200, { "content-type": "text/html", "x-xrds-location": `${op.origin}/xrds` }).end("<html>");
    };
    const { url } = await counties.begin(op.setup, callbackOf("TNN"));
    expect(url.startsWith(`${op.endpoint}?`)).toBe(true);
    expect(op.seen).toEqual(["GET /op/", "GET /xrds"]);
  });

  it("points in a circle", async () => {
    const op = await yesOp();
    op.discover = html(`<meta http-equiv="x-xrds-location" content="${op.identifier}">`);
    await expect(counties.begin(op.setup, callbackOf("TNN"))).rejects.toMatchObject({ reason: "discovery" });
    expect(op.seen).toEqual(["GET /op/"]);
  });
});

describe("set-ups", () => {
  it("with plain http are for tests only: nothing is asked (T33)", async () => {
    const op = await yesOp();
    const { kept } = await counties.begin(op.setup, callbackOf("TNN"));
    const live: CountySetup = { ...op.setup, test: false };
    const answer = cameTo(kept, fieldsOf(op, kept));
    const insecure = { kind: "down", reason: "not-https" };
    await expect(counties.begin(live, callbackOf("TNN"))).rejects.toMatchObject(insecure);
    await expect(counties.finish(live, kept, answer)).rejects.toMatchObject(insecure);
    expect(op.seen).toEqual(["GET /op/"]);
  });

  it("with an endpoint in plain http are refused though their identifier is not", async () => {
    const mixed = { identifier: "https://county.example/op/", endpoint: "http://county.example/op/server" };
    const setup = setupOf("TNN", { ...mixed, claimedIdPrefix: "https://county.example/op/user/" });
    await expect(counties.begin(setup, callbackOf("TNN"))).rejects.toMatchObject({ reason: "not-https" });
  });

  it("of other counties do not lend their plain http while both are asked at once", async () => {
    const [test, live] = [await yesOp(), await yesOp()];
    const asked = [
      counties.begin(test.setup, callbackOf("TNN")),
      counties.begin({ ...live.setup, test: false }, callbackOf("TNN")),
    ];
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(live.seen).toEqual([]);
  });
});
