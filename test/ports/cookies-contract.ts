import { describe, expect, it } from "vitest";
import { cookieValue, newDraft } from "./steps.ts";
import type { MakeWorld } from "./world.ts";

const attributes = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** The application in a browser's own cookie. */
export function draftsContract(name: string, make: MakeWorld): void {
  describe(`the application in a cookie ${name}`, () => {
    it("comes back as it was, with an hour to live from now (T10)", async () => {
      const world = make();
      const draft = newDraft(world, { expiresAt: 0 });
      const line = await world.drafts.cookie(draft);
      const expiresAt = world.clock.now() + 3_600_000;
      expect(await world.drafts.read(cookieValue(line))).toEqual({ ...draft, expiresAt });
    });

    it("is kept from the page and gone when the browser closes: a classroom's computers are shared (T21)", async () => {
      const world = make();
      const line = await world.drafts.cookie(newDraft(world));
      expect(line.replace(/=[^;]*/, "")).toBe(`__Host-flow; ${attributes}`);
    });

    it("is read after an hour, not a second later, and anew when it was written anew (T11)", async () => {
      const world = make();
      const cookie = cookieValue(await world.drafts.cookie(newDraft(world)));
      world.clock.advanceBy({ hours: 1 });
      const draft = await world.drafts.read(cookie);
      expect(draft).toBeDefined();
      const renewed = cookieValue(await world.drafts.cookie(draft!));
      world.clock.advanceBy({ seconds: 1 });
      expect(await world.drafts.read(cookie)).toBeUndefined();
      expect(await world.drafts.read(renewed)).toBeDefined();
    });

    it("is nothing when there is none, when it is changed, and when it is another cookie of ours (T10)", async () => {
      const world = make();
      const cookie = cookieValue(await world.drafts.cookie(newDraft(world)));
      const device = cookieValue(await world.devices.cookie([{ userId: "u", id: "d" }]));
      for (const other of [undefined, "", "made up", `${cookie}x`, cookie.slice(1), device])
        expect(await world.drafts.read(other)).toBeUndefined();
    });
  });
}

/** The people a browser knows. */
export function devicesContract(name: string, make: MakeWorld): void {
  describe(`the people a browser knows ${name} (T03)`, () => {
    it("are read back in their order, and nobody from no cookie, a changed one, or another of ours", async () => {
      const world = make();
      const people = [
        { userId: "first", id: "a" },
        { userId: "second", id: "b" },
      ];
      const cookie = cookieValue(await world.devices.cookie(people));
      expect(await world.devices.read(cookie)).toEqual(people);
      const draft = cookieValue(await world.drafts.cookie(newDraft(world)));
      for (const other of [undefined, "", "made up", `${cookie}x`, cookie.slice(1), draft])
        expect(await world.devices.read(other)).toEqual([]);
    });

    it("are the eight newest at most, kept for 180 days", async () => {
      const world = make();
      const people = Array.from({ length: 9 }, (_, index) => ({ userId: `user-${index}`, id: `device-${index}` }));
      const line = await world.devices.cookie(people);
      expect(await world.devices.read(cookieValue(line))).toEqual(people.slice(0, 8));
      expect(line.replace(/=[^;]*/, "")).toBe(`__Host-device; ${attributes}; Max-Age=${180 * 86_400}`);
    });
  });
}
