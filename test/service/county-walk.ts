import type { CountyAccount, CountyPlace } from "../../lib/local/counties/accounts.ts";

/** More pages than any way through a county has. */
const mostPages = 25;

interface Page {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
}

/**
 * Goes through a sample county's pages as a browser does, links and forms only, from `url` (where the site sends the browser) to the
 * address that it is sent back to, which is not fetched. `cancel` presses 取消 on the first page. A browser of its own unless one is given.
 * @throws Error when the county does not let the account in
 */
export async function walkCounty(
  url: string,
  account: CountyAccount | "cancel",
  browser: CountyBrowser = countyBrowser(new URL(url).origin),
): Promise<URL> {
  let arrived = await browser.get(url);
  for (let pages = 0; pages < mostPages; pages += 1) {
    if (arrived instanceof URL) return arrived;
    if (arrived.status !== 200) throw new Error(`the county answered ${arrived.status}: ${wordsOf(arrived.text)}`);
    arrived = await turn(browser, arrived, account);
  }
  throw new Error("the county's pages have no end");
}

/** A browser that keeps one county's cookies: gives the page it ends at, or the first address outside the county. */
export function countyBrowser(origin: string) {
  const jar = new Map<string, { readonly value: string; readonly path: string }>();

  async function go(to: URL, init: RequestInit = {}): Promise<Page | URL> {
    if (to.origin !== origin) return to;
    const own = [...jar].filter(([, { path }]) => to.pathname.startsWith(path));
    const cookie = own.map(([name, { value }]) => `${name}=${value}`).join("; ");
    const answer = await fetch(to, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) keep(line);
    const text = await answer.text();
    const location = answer.headers.get("location");
    return location === null ? { url: to, status: answer.status, text } : go(new URL(location, to));
  }

  function keep(line: string): void {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf("=");
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? "/";
    const gone = attributes.some(
      (attribute) => /^expires=/i.test(attribute) && Date.parse(attribute.slice(8)) < Date.now(),
    );
    if (gone) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path });
  }

  return {
    get: (address: string | URL) => go(new URL(address)),
    post: (address: string | URL, fields: Readonly<Record<string, string>>) =>
      go(new URL(address), { method: "POST", body: new URLSearchParams(fields) }),
  };
}
export type CountyBrowser = ReturnType<typeof countyBrowser>;

async function turn(browser: CountyBrowser, page: Page, account: CountyAccount | "cancel"): Promise<Page | URL> {
  const forms = formsOf(page.text);
  const cancel = forms.find(({ fields }) => "cancel" in fields);
  if (account === "cancel") {
    if (cancel === undefined) throw new Error(`there is no 取消: ${wordsOf(page.text)}`);
    return browser.post(new URL(cancel.action, page.url), cancel.fields);
  }
  const login = forms.find(({ fields }) => "password" in fields);
  if (login !== undefined) {
    const { account: name, password } = account;
    return browser.post(new URL(login.action, page.url), { ...login.fields, account: name, password });
  }
  const link = linksOf(page.text).find(({ words }) => labelsOf(account).includes(words));
  if (link === undefined) throw new Error(`nothing to press for ${account.account}: ${wordsOf(page.text)}`);
  return browser.get(new URL(link.href, page.url));
}

/** What a person with this account presses, whichever step it is. */
function labelsOf({ role, places: [place] }: CountyAccount): readonly string[] {
  if (place === undefined) throw new Error("an account has a place");
  const { district, school } = place;
  const way = role === "student" ? "學生登入" : "教師登入";
  return [way, district, `${school.name}（${school.level}）`, classOf(place)];
}

const classOf = ({ grade, class: className }: CountyPlace) =>
  className === undefined ? `${grade}年級` : `${grade}年${className}班`;

function linksOf(text: string) {
  return [...text.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href = "", words = ""]) => ({
    href: plain(href),
    words: plain(words),
  }));
}

/** Each form with its fields' values, its button's among them. */
export function formsOf(text: string) {
  return [...text.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, own = "", inside = ""]) => {
    const tags = [...inside.matchAll(/<(?:input|select|button)([^>]*)>/g)].map(([, attributes = ""]) => attributes);
    const named = tags.filter((tag) => attributeOf(tag, "name") !== "");
    const fields = named.map((tag) => [attributeOf(tag, "name"), attributeOf(tag, "value")] as const);
    return { action: attributeOf(own, "action"), fields: Object.fromEntries(fields) };
  });
}

function attributeOf(tag: string, name: string): string {
  return plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const plain = (html: string) => html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

const wordsOf = (text: string) =>
  plain(text.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .slice(0, 300);
