import { describe, expect, it } from "vitest";
import { startService } from "../service/service.ts";

const service = await startService();

describe("a body made only to be hard to walk (T28)", () => {
  it.each([
    ["lists in lists", "[", "]"],
    ["objects in objects", '{"a":', "}"],
  ])("%s, thousands deep, are refused and no failure of ours", async (_what, open, close) => {
    const deep = `${open.repeat(9_000)}1${close.repeat(9_000)}`;
    const reply = await service.browser().call("POST /api/captcha", undefined, {
      body: `{"form":${deep}}`,
      isBase64Encoded: false,
    });
    expect(reply).toMatchObject({ status: 400, body: { code: "bad-request" } });
  });
});
