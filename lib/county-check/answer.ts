import { type Finding, good, problem } from "./finding.ts";

/**
 * What a person pasted, as the address the county sent the browser to: the redirect address itself, or the page of this service that it
 * hands the answer to, which has it behind a `#`.
 */
export function checkAnswer(
  redirect: string,
  pasted: string | undefined,
): { readonly answer?: URL; readonly findings: readonly Finding[] } {
  if (pasted === undefined || pasted.trim() === "") {
    return { findings: [problem("沒有收到瀏覽器回到的網址", "There was no address that the browser came back to")] };
  }
  const answer = URL.canParse(pasted.trim()) ? new URL(pasted.trim()) : undefined;
  if (answer === undefined) return { findings: [problem("貼上的不是網址", "What was pasted is no address")] };
  const wanted = new URL(redirect);
  if (answer.origin !== wanted.origin) return { findings: [elsewhere(redirect)] };
  if (answer.pathname === wanted.pathname) return { answer, findings: [cameBack] };
  const handedOver = answer.hash.slice(1);
  const county = wanted.pathname.split("/").at(-2);
  if (new URLSearchParams(handedOver).get("county") !== county) return { findings: [elsewhere(redirect)] };
  return { answer: new URL(`${redirect}?${handedOver.replace(/^county=\w+&?/, "")}`), findings: [cameBack] };
}

const cameBack = good("瀏覽器回到登記的網址", "The browser came back to the registered address");

const elsewhere = (redirect: string) =>
  problem(`回到的不是登記的網址 ${redirect}`, `The browser did not come back to ${redirect}`);
