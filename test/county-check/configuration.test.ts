import { describe, expect, test } from "vitest";
import { countyContract } from "../../functions/county-callback/contract-check.ts";
import { checkConfiguration } from "../../lib/county-check/configuration.ts";
import { marksOf, problemsIn, warningsIn } from "./read-findings.ts";

const client = { clientId: "id", clientSecret: "secret-of-this-test" };
const check = (configuration: unknown, county: "KHH" | "TNN" = "KHH") =>
  checkConfiguration(countyContract(county), configuration);

describe("what an operator configured of a county (M3)", () => {
  test("client id and secret are enough where the profile is known", () => {
    const { setup, findings } = check(client);
    expect(setup?.profile.protocol).toBe("oidc");
    expect(marksOf(findings)).toEqual(["good"]);
  });

  test("a profile that nobody has confirmed is said to be one", () => {
    expect(marksOf(check({}, "TNN").findings)).toEqual(["good", "note"]);
  });

  test("plain http to this machine is worth a warning", () => {
    expect(warningsIn(check({ ...client, test: true }).findings)).toEqual([expect.stringContaining("test: true")]);
  });

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "The file has no KHH"],
    ["switched off", { ...client, on: false }, "It is switched off"],
    ["no secret", { clientId: "id" }, "clientId or clientSecret is missing"],
    ["plain http", { ...client, issuer: "http://op.example.edu.tw" }, "does not begin with https"],
    ["no object", "id", '"(JSON)" is missing or not of the right form'],
    ["a number for a word", { ...client, clientSecret: 1 }, '"clientSecret" is missing or not'],
    ["a name that no profile has", { ...client, isuer: "https://a.example" }, '"isuer" is missing or not'],
    [
      "an algorithm that is no signature (T36)",
      { ...client, algorithms: ["none"] },
      '"algorithms.0" is missing or not',
    ],
    [
      "another protocol without its addresses",
      { ...client, protocol: "openid2" },
      '"identifier" is missing or not of the right form',
    ],
  ])("%s: the problem is said in words", (_, configuration, said) => {
    const { setup, findings } = check(configuration);
    expect(setup).toBeUndefined();
    expect(problemsIn(findings)).toContainEqual(expect.stringContaining(said));
    expect(JSON.stringify(findings)).not.toContain(client.clientSecret);
  });
});
