import { expect, it } from "vitest";
import { sealedRecoveryCookies } from "../../functions/adapters/recovery-cookies.ts";
import { twinWorld } from "../twins/world.ts";

const world = twinWorld();
const cookies = sealedRecoveryCookies(world);
const cookieIn = (line: string) => line.slice(line.indexOf("=") + 1, line.indexOf(";"));
const asked = { purpose: "reset", rowId: "a-user-id", decoy: false } as const;

it("who asked for a code is bound to it for ten minutes to the second, whatever the browser keeps (T10, T11)", async () => {
  const line = await cookies.keep(asked);
  expect(line).toMatch(/^__Host-recovery=.*; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  world.clock.advanceBy({ minutes: 10 });
  expect(await cookies.read(cookieIn(line))).toEqual(asked);
  world.clock.advanceBy({ seconds: 1 });
  expect(await cookies.read(cookieIn(line))).toBeUndefined();
});

it("no cookie, a changed one and one sealed for something else are none (T10)", async () => {
  const kept = cookieIn(await cookies.keep(asked));
  expect(await cookies.read(undefined)).toBeUndefined();
  expect(await cookies.read(`${kept.slice(0, -2)}AA`)).toBeUndefined();
  const foreign = await world.keys.seal("county-proof", JSON.stringify({ ...asked, until: world.clock.now() + 1 }));
  expect(await cookies.read(foreign)).toBeUndefined();
});
