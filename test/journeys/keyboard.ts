import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Tabs to the control with this name and proves that it shows its focus; gives up after a page's worth of stops. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  // Who tabs before the page is drawn goes round its frame.
  await page.getByLabel(name).or(page.getByText(name)).first().waitFor({ state: "attached" });
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const labels = (element as HTMLInputElement).labels;
      const label = labels === null || labels === undefined ? "" : [...labels].map((one) => one.textContent).join(" ");
      // A radio button shows its focus on the card around it.
      const around = [element, element.parentElement, element.closest("label")].filter((one) => one !== null);
      const styles = around.map((one) => getComputedStyle(one));
      return {
        name: `${label} ${element.getAttribute("aria-label") ?? ""} ${element.textContent ?? ""}`.trim(),
        seen: styles.some(({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none"),
      };
    });
    const found = typeof name === "string" ? here.name.startsWith(name) : name.test(here.name);
    if (!found || !(await staysFocused(page))) continue;
    expect(here.seen).toBe(true);
    return;
  }
  throw new Error(`no control is called ${name}`);
}

/** Types into a closed select until it stands at the option: what a keyboard user does. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await tabTo(page, label);
  const select = page.getByLabel(label, { exact: true });
  for (let steps = 0; steps < 400; steps += 1) {
    if ((await select.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.text)) === option) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${label} has no ${option}`);
}

/** A page that has just come moves the focus to its heading once it is drawn: who tabs at once begins anew from there. */
const staysFocused = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const here = document.activeElement;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    // What a drawn page does next waits in a timer, and a slow machine may draw twice before that.
    await new Promise((later) => setTimeout(later));
    return here === document.activeElement;
  });
