import type { CountyAccount } from "../../lib/local/counties/accounts.ts";

const mostSteps = 12;

/** Who signs in at a sample county, as a browser does: cookies kept, redirects followed. Gives the address of `site` it was sent back to. */
export async function signInAt(address: string, account: CountyAccount, site: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = { address, form: undefined as URLSearchParams | undefined };
  for (let step = 0; step < mostSteps; step++) {
    const answer = await fetch(next.address, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(next.form && { method: "POST", body: next.form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location === null) {
      next = { address: next.address.split("?", 1)[0] ?? "", form: formOf(new URL(next.address), account) };
      continue;
    }
    const where = new URL(location, next.address);
    if (where.origin === site) return where.href;
    next = { address: where.href, form: undefined };
  }
  throw new Error(`${address} leads nowhere`);
}

function formOf(login: URL, { account, password, role, places: [place] }: CountyAccount): URLSearchParams {
  if (place === undefined) throw new Error("an account has a place");
  return new URLSearchParams({
    ticket: login.searchParams.get("ticket") ?? "",
    role: role === "student" ? "student" : "teacher",
    district: place.district,
    school: `${place.school.code}-${place.school.level}`,
    ...(role === "student" && { class: `${place.grade}-${place.class ?? ""}` }),
    account,
    password,
  });
}
