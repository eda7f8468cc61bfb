import { describe, expect, it } from "vitest";
import { press } from "../../journeys/pupil.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, heading, startSite } from "../../journeys/site.ts";
import { openSignedIn, refusal } from "./answers.ts";

const site = await startSite();
const undo = "POST /api/contact-undo";
const restored = { account: "wang.ming@educloud.example", masked: "o***@mail.test" };

describe("a change of contact is taken back (T20)", () => {
  it("opening the link does nothing but take the token out of the address: programs that read mail open links", async () => {
    const { page, calls } = await openSignedIn(site, "/contact-undo#a-token", { [undo]: restored });
    await heading(page, "取消聯絡方式的變更？").waitFor();
    expect(page.url()).toBe(`${site.origin}/contact-undo`);
    expect(calls).toEqual([]);
    await expectAccessibleAndNarrow(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a press takes it back, and leads to a new password by a code to the old contact", async () => {
    const { page, bodies } = await openSignedIn(site, "/contact-undo#a-token", { [undo]: restored });
    await press(page, "不是我改的，取消變更");
    await heading(page, "已經恢復原來的聯絡方式").waitFor();
    await page.getByText("o***@mail.test").waitFor();
    expect(bodies(undo)).toEqual([{ token: "a-token" }]);
    expect(await page.getByRole("link", { name: "重設密碼" }).getAttribute("href")).toBe("/reset-password/code");
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("a link that was used or is too old leads on; trouble can be tried again", async () => {
    const { page } = await openSignedIn(site, "/contact-undo#a-token", {
      [undo]: [refusal("try-again-later"), refusal("contact-undo-link")],
    });
    await press(page, "不是我改的，取消變更");
    await page.getByRole("alert").getByText("服務有點忙").waitFor();
    await press(page, "不是我改的，取消變更");
    await heading(page, "這個連結不能用").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });
});
