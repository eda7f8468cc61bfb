import { CountyTrouble } from "../../ports/county-providers.ts";
import type { BoundedFetch, BoundedInit } from "./bounded-fetch.ts";

/** Asked too much or too slowly for the county: it may do better later. */
const busy: readonly number[] = [408, 429];

/** Nobody can do anything with a 5xx, nor with a page of HTML where JSON was due: the county is down, whatever it says otherwise. */
export function jsonAnswers(fetch: BoundedFetch): BoundedFetch {
  return async (url, init, test) => {
    const answer = await fetch(url, init, test);
    if (answer.status >= 500 || busy.includes(answer.status)) throw new CountyTrouble("down", "failing");
    if (answer.ok && !isJson(await answer.clone().text())) throw new CountyTrouble("down", "not-json");
    return answer;
  };
}

/** What a GET of JSON gives; undefined when the county says that there is none (4xx). Content types are not looked at: some are wrong. */
export async function askJson(
  fetch: BoundedFetch,
  url: string,
  headers: NonNullable<BoundedInit["headers"]>,
  test: boolean,
): Promise<unknown> {
  const answer = await fetch(url, { method: "GET", headers: { accept: "application/json", ...headers } }, test);
  return answer.ok ? await answer.json() : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
