import { describe, expect, it } from "vitest";
import { messageKinds } from "../../functions/contract/message-texts.ts";
import { messagesPage } from "../../lib/local/pages/messages-page.ts";

const origin = "http://localhost:8787";
const overview = messagesPage("/local/messages", origin);
const addresses = [...(overview?.body ?? "").matchAll(/href="(\/local\/messages\/[^"]+)"/g)].map(
  ([, address]) => address,
);

describe("the page of previews", () => {
  it("shows every kind of message in both languages, mail and SMS, and runs and loads nothing", () => {
    expect(addresses).toEqual(
      messageKinds.flatMap((kind) => ["zh-TW", "en"].map((language) => `/local/messages/${kind}/${language}`)),
    );
    expect(overview?.body.match(/<dt>簡訊<\/dt>/g)).toHaveLength(2 * messageKinds.length);
    expect(overview?.policy).toMatch(/^default-src 'none'.*style-src 'sha256-[^']+'$/);
    expect(overview?.body).not.toMatch(/<script|<img|<iframe|undefined/);
  });

  it.each(addresses)("%s is one mail as its reader sees it", (address) => {
    const page = messagesPage(address ?? "", origin);
    expect(page?.body).toMatch(/^<!doctype html><html lang="(zh-TW|en)">/);
    expect(page?.policy).toContain("default-src 'none'");
    expect(page?.body).not.toContain("undefined");
  });

  it("a notice's sample has the link 不是我, to this machine", () => {
    expect(messagesPage("/local/messages/account-shown/zh-TW", origin)?.body).toContain(`href="${origin}/not-me#`);
  });

  it.each([
    "/local/messages/",
    "/local/messages/welcome",
    "/local/messages/welcome/fr",
    "/local/messages/__proto__/en",
    "/local/outbox",
  ])("there is nothing at %s", (address) => {
    expect(messagesPage(address, origin)).toBeUndefined();
  });
});
