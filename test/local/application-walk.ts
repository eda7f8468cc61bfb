import type { Level, Role } from "../../functions/contract/schemas/parts.ts";
import { readCatalogue } from "../../lib/catalogue.ts";
import { samplePeople } from "../../lib/local/seed/sample-roster.ts";
import { Browser, type Invoke } from "../service/browser.ts";
import { apply, goodPassword, signIn } from "../service/people.ts";

/** A service that runs at an address, asked over HTTP as any browser asks it. */
const overHttp =
  (origin: string): Invoke =>
  async ({ rawPath, rawQueryString, headers, cookies = [], body, requestContext }) => {
    const query = rawQueryString === "" ? "" : `?${rawQueryString}`;
    const { host: _, ...sent } = headers;
    const answer = await fetch(`${origin}${rawPath}${query}`, {
      method: requestContext.http.method,
      headers: { ...(sent as Record<string, string>), cookie: cookies.join("; ") },
      redirect: "manual",
      ...(body === undefined ? {} : { body }),
    });
    const told = [...answer.headers].filter(([name]) => name !== "set-cookie");
    const given = {
      statusCode: answer.status,
      headers: Object.fromEntries(told),
      cookies: answer.headers.getSetCookie(),
    };
    return { ...given, body: await answer.text() };
  };

/** Somebody of the sample roster who has an account and is signed in, in a browser that knows the sample application too. */
export async function somebodyAt(origin: string, accountName: string, role: Role = "student") {
  const person = someone(role);
  const browser = new Browser(overHttp(origin), { origin, secret: "none" }, "127.0.0.1");
  const email = `${accountName}@mail.test`;
  await apply.identity(browser, person);
  await apply.consent(browser);
  await apply.account(browser, { accountName, email });
  await apply.send(browser);
  await apply.check(browser, await codeMailedTo(origin, email));
  const made = await apply.complete(browser);
  if (made.status !== 200) throw new Error(`the account was not made: ${made.status} ${made.body.code}`);
  const again = () => signIn(browser, accountName, goodPassword);
  await again();
  return { ...walker(origin, browser, person), browser, person, email, signIn: again };
}

const people = [...samplePeople(readCatalogue()).values()].flat();
let taken = 0;
/** Each time somebody else. */
function someone(role: Role) {
  taken += 1;
  const { name, id, places } = people.filter((person) => person.role === role)[taken] ?? {};
  const { code = "", level } = places?.[0]?.school ?? {};
  return { role, name: name?.whole ?? "", personId: id ?? "", school: { code, level: level as Level } };
}

async function codeMailedTo(origin: string, email: string): Promise<string> {
  const answer = await fetch(`${origin}/local/outbox`, { headers: { accept: "application/json" } });
  const { messages } = (await answer.json()) as { messages: { to: string; text: string }[] };
  const code = /\b\d{6}\b/.exec(messages.find(({ to }) => to === email)?.text ?? "")?.[0];
  if (code === undefined) throw new Error(`no code was mailed to ${email}`);
  return code;
}

/** How somebody comes to a legacy platform: with an old account, or with the form of who has none. */
export type Coming = { readonly account: string; readonly password: string; readonly otherName?: true } | "new";

export interface Shown {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  /** Each stop on the way, by path. */
  readonly way: readonly string[];
}

/** A browser over both: it follows every redirect, decides at the consent page and keeps each site's cookies. */
function walker(origin: string, browser: Browser, { personId }: Pick<ReturnType<typeof someone>, "personId">) {
  const jar = new Map<string, string>();

  async function atApplication(url: URL, method: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const body = form === undefined ? {} : { body: new URLSearchParams(form) };
    const answer = await fetch(url, { method, redirect: "manual", headers: { cookie }, ...body });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return answer;
  }

  async function come(clientId: string, how: Coming): Promise<void> {
    const at = { pathParameters: { clientId } };
    const { status, body } =
      how === "new"
        ? await browser.call(
            "POST /api/legacy/{clientId}/register",
            { phone: "05-2720411", title: "教師", personId },
            at,
          )
        : await browser.call("POST /api/legacy/{clientId}/link", { ...how, language: "zh-TW" }, at);
    if (status !== 200) throw new Error(`did not come along: ${status} ${body.code}`);
  }

  async function decide(uid: string, decision: "allow" | "refuse", coming?: Coming): Promise<URL> {
    const at = { pathParameters: { uid } };
    const look = () => browser.call("GET /api/oidc/interactions/{uid}", undefined, at);
    let { body: asked } = await look();
    if (asked.needs === "link-legacy-account" && coming !== undefined) {
      await come(asked.application.clientId, coming);
      asked = (await look()).body;
    }
    const choice = asked.needs === "go-on" ? "go-on" : decision;
    const reply = await browser.call("POST /api/oidc/interactions/{uid}", { decision: choice }, at);
    if (reply.status !== 200) throw new Error(`the page needs ${asked.needs}: ${reply.body.code}`);
    return new URL(reply.body.url, origin);
  }

  return {
    jar,
    /** Goes to an address, or presses a button there, and on until a page is shown. */
    async go(
      address: string | URL,
      {
        method = "GET",
        decision = "allow",
        coming,
        form,
      }: {
        method?: string;
        decision?: "allow" | "refuse";
        coming?: Coming;
        form?: Record<string, string>;
      } = {},
    ): Promise<Shown> {
      const way: string[] = [];
      let [url, verb] = [new URL(address), method];
      for (let steps = 0; steps < 12; steps += 1) {
        way.push(url.pathname);
        const uid = /^\/consent\/([\w-]+)$/.exec(url.pathname)?.[1];
        if (url.origin === origin && uid !== undefined) {
          url = await decide(uid, decision, coming);
          continue;
        }
        const answer =
          url.origin === origin
            ? await browser.visit(url.href, { method: verb })
            : await atApplication(url, verb, way.length === 1 ? form : undefined);
        const location = answer.headers.get("location");
        if (location === null) return { url, status: answer.status, text: await answer.text(), way };
        [url, verb] = [new URL(location, url), "GET"];
      }
      throw new Error(`it never ended: ${way.join(" → ")}`);
    },

    /** 登出 on the page that asks whether one wants to. */
    async confirm(page: Shown): Promise<Response> {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1] ?? "";
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
      return browser.visit(new URL(action, page.url).href, {
        method: "POST",
        headers: { origin, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ xsrf, logout: "yes" }).toString(),
      });
    },
  };
}
