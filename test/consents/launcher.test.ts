import { expect, it } from "vitest";
import { startService } from "../service/service.ts";
import { connected } from "./connected.ts";

const service = await startService();
const { register } = connected(service);
const entry = (clientId: string) => ({
  address: `https://${clientId}.test/`,
  description: { "zh-TW": "練習英文", en: "Practise English" },
});

it("shows to anybody the applications that have an entry, in the same order each time (M32)", async () => {
  const names = [
    ["launch-c", "丙平臺"],
    ["launch-a", "甲平臺"],
    ["launch-b", "甲平臺"],
  ] as const;
  for (const [clientId, name] of names)
    await register(clientId, { name: { "zh-TW": name, en: name }, launcher: entry(clientId) });
  await register("launch-none");
  const looks = await Promise.all(Array.from({ length: 3 }, () => service.browser().call("GET /api/applications")));
  for (const { status, body } of looks) {
    expect(status).toBe(200);
    expect(body).toEqual(looks[0]?.body);
  }
  const shown = looks[0]?.body.applications.map(({ clientId }) => clientId) ?? [];
  expect(shown.toSorted()).toEqual(["launch-a", "launch-b", "launch-c"]);
  expect(shown.indexOf("launch-a")).toBeLessThan(shown.indexOf("launch-b"));
});

it("says what people may read of one, and nothing of how it is connected (M32)", async () => {
  const secret = await register("launch-full", {
    launcher: entry("launch-full"),
    logo: "data:image/webp;base64,UklGRg==",
    roles: ["teacher", "staff"],
    postLogoutRedirectUris: ["https://launch-full.test/bye"],
    backchannelLogoutUri: "https://launch-full.test/backchannel",
  });
  const { body } = await service.browser().call("GET /api/applications");
  expect(body.applications.find(({ clientId }) => clientId === "launch-full")).toEqual({
    clientId: "launch-full",
    name: { "zh-TW": "範例launch-full", en: "Sample launch-full" },
    owner: "範例教育中心",
    description: { "zh-TW": "練習英文", en: "Practise English" },
    address: "https://launch-full.test/",
    logo: "data:image/webp;base64,UklGRg==",
    roles: ["teacher", "staff"],
  });
  const written = JSON.stringify(body);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(written).not.toContain(secret);
  for (const hidden of ["callback", "bye", "backchannel", "owner@application.test"])
    expect(written).not.toContain(hidden);
});
