import { describe, expect, it } from "vitest";
import { expectAccessibleAndNarrow, expectNoComplaints, startSite } from "../../journeys/site.ts";
import { answer, type Given } from "../answers.ts";
import { launcher } from "./launcher.ts";

const site = await startSite();
const key = "GET /api/applications";

async function open(given: Given, language: "zh-TW" | "en" = "zh-TW") {
  const page = await site.open("/privacy", { language });
  await answer(page, { [key]: given });
  await page.goto("/applications");
  return page;
}

describe("介接應用服務 (M32)", () => {
  it("each application is a card that leads there, with its owner and who may use it", async () => {
    const page = await open({ applications: launcher(3) });
    const cards = page.getByRole("main").getByRole("listitem");
    await cards.first().waitFor();
    expect(await cards.count()).toBe(3);
    const link = cards.nth(1).getByRole("link", { name: "學習平台 1" });
    expect(await link.getAttribute("href")).toBe("https://app-1.example.edu.tw/");
    expect(await cards.nth(1).innerText()).toMatch(/提供單位：範例教育局[\s\S]*只給教師用/);
    expect(await cards.nth(0).innerText()).toContain("大家都可以用");
    expect(await page.getByRole("textbox").count()).toBe(0);
    await expectAccessibleAndNarrow(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("more than twelve can be searched, and how many were found is told", async () => {
    const page = await open({ applications: launcher(13) });
    await page.getByRole("textbox", { name: "找應用服務" }).fill("平台 12");
    await page.getByRole("status").getByText("找到 1 個。").waitFor();
    expect(await page.getByRole("main").getByRole("listitem").count()).toBe(1);
    await page.getByRole("textbox").fill("沒有這個");
    await page.getByRole("status").getByText("找不到").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("none yet: says what will be here", async () => {
    const page = await open({ applications: [] });
    await page.getByText("目前還沒有介接的應用服務").waitFor();
    await page.context().close();
  });

  it("a busy service is told, and asked again", async () => {
    let tries = 0;
    const page = await open(() => (++tries === 1 ? [503, "try-again-later"] : { applications: launcher(1) }));
    await page.getByRole("button", { name: "再試一次" }).click();
    await page.getByRole("link", { name: "學習平台 0" }).waitFor();
    await page.context().close();
  });

  it("is found from the header and from 帳號管理, in both languages", async () => {
    const page = await open({ applications: [] }, "en");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto("/");
    await page.getByRole("banner").getByRole("link", { name: "Applications" }).click();
    await page.getByRole("heading", { level: 1, name: "Applications" }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Your account" }).click();
    await page
      .getByRole("navigation", { name: "Your account" })
      .getByRole("link", { name: "Applications", exact: true })
      .waitFor();
    await page.context().close();
  });
});
