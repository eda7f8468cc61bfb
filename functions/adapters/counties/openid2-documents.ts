import { CountyTrouble } from "../../ports/county-providers.ts";
import { openId2 } from "./openid2-answer.ts";

const largestDiscovery = 16 * 1024;
const mostTags = 200;

/**
 * A discovery document (OpenID 2.0 §7.3.2) that the library can read in bounded time: its patterns take as long as length, tags and
 * runs of spaces multiplied, which a hostile county could make hours.
 * @throws CountyTrouble `down`: `status`, `too-large`
 */
export async function readableDiscovery(answer: Response): Promise<Response> {
  const { status, headers } = answer;
  if (status !== 200) throw new CountyTrouble("down", "status");
  // A page that names its document in the header is not read itself.
  const text = headers.has("x-xrds-location") ? "" : (await answer.text()).replace(/\s+/g, " ");
  if (text.length > largestDiscovery || text.split(">").length > mostTags) throw new CountyTrouble("down", "too-large");
  return new Response(text, { status, headers });
}

/**
 * The answer to check_authentication (§11.4.2.2): lines of `name:value` that say yes or no exactly once.
 * @throws CountyTrouble `down`: `status`, `garbled`
 */
export async function readableConfirmation(answer: Response): Promise<Response> {
  const { status } = answer;
  if (status !== 200) throw new CountyTrouble("down", "status");
  const lines = (await answer.text()).split(/\r?\n/).filter((line) => line !== "");
  const of = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
  const [valid, ...more] = of("is_valid");
  const whole = lines.every((line) => /^\w+:/.test(line)) && more.length === 0 && /^(true|false)$/.test(valid ?? "");
  if (!whole || of("ns").some((version) => version !== openId2)) throw new CountyTrouble("down", "garbled");
  return new Response(lines.join("\n"), { status });
}
