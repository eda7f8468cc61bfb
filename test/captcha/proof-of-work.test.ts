import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { describe, expect, it } from "vitest";
import type { Browser } from "../service/browser.ts";
import { goodPassword, solvedCaptcha, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const { accountName } = await withAccount(service);

async function proofFor(browser: Browser): Promise<{ proof: string }> {
  const challenge = (await browser.call("POST /api/captcha/work", { form: "sign-in" })).body as unknown as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return { proof: Buffer.from(JSON.stringify({ challenge, solution })).toString("base64") };
}

describe("the proof of work is the equal other way past the captcha (M25)", () => {
  it("signs a person in, once", async () => {
    const browser = service.browser();
    const body = { accountName, password: goodPassword, captcha: await proofFor(browser) };
    expect((await browser.call("POST /api/sign-in", body)).status).toBe(200);
    expect((await browser.call("POST /api/sign-in", body)).body.code).toBe("captcha-wrong");
  });

  it("a proof for another form is refused", async () => {
    const browser = service.browser();
    const { proof } = await proofFor(browser);
    const forged = JSON.parse(Buffer.from(proof, "base64").toString());
    forged.challenge.parameters.data.form = "register";
    const captcha = { proof: Buffer.from(JSON.stringify(forged)).toString("base64") };
    expect((await browser.call("POST /api/sign-in", { accountName, password: goodPassword, captcha })).body.code).toBe(
      "captcha-wrong",
    );
  });
});

describe("the loudspeaker (M25)", () => {
  it.each(["zh-TW", "en"] as const)("speaks a live captcha as a WAV in %s and spends nothing", async (language) => {
    const browser = service.browser();
    const captcha = await solvedCaptcha(browser, "sign-in");
    const { status, body } = await browser.call("POST /api/captcha/sound", { token: captcha.token, language });
    expect(status).toBe(200);
    expect(Buffer.from(body.wav, "base64").subarray(0, 4).toString()).toBe("RIFF");
    expect((await browser.call("POST /api/sign-in", { accountName, password: goodPassword, captcha })).status).toBe(
      200,
    );
  });

  it("is silent about an expired one", async () => {
    const browser = service.browser();
    const { token } = await solvedCaptcha(browser, "sign-in");
    service.clock.advanceBy({ minutes: 4 });
    expect((await browser.call("POST /api/captcha/sound", { token, language: "en" })).body.code).toBe("captcha-wrong");
  });
});
