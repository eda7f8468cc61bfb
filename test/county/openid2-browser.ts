import type { CountyAccount } from "../../lib/local/counties/accounts.ts";

const go = (address: string | URL, form?: Record<string, string>) =>
  fetch(address, {
    redirect: "manual",
    ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
  });

/** Goes out to a sample county as a browser does. Gives its login page's address. */
export async function arrive(way: string): Promise<URL> {
  const answer = await go(way);
  return new URL(answer.headers.get("location") ?? "", way);
}

/** Signs in on the login page. Gives the address that the county sends the browser back to. */
export async function signIn(login: URL, { account, password, role, places: [place] }: CountyAccount): Promise<URL> {
  if (place === undefined) throw new Error("an account has a place");
  const answer = await go(login.origin + login.pathname, {
    ticket: login.searchParams.get("ticket") ?? "",
    role: role === "student" ? "student" : "teacher",
    district: place.district,
    school: `${place.school.code}-${place.school.level}`,
    ...(role === "student" && { class: `${place.grade}-${place.class ?? ""}` }),
    account,
    password,
  });
  return new URL(answer.headers.get("location") ?? "about:blank");
}

/** 取消. */
export async function cancel(login: URL): Promise<URL> {
  const answer = await go(login.origin + login.pathname, {
    ticket: login.searchParams.get("ticket") ?? "",
    cancel: "1",
  });
  return new URL(answer.headers.get("location") ?? "about:blank");
}
