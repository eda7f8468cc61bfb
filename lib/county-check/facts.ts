import type { CountyContract, CountyFacts, CountySetup, Kept } from "../../functions/county-callback/contract-check.ts";
import { type Finding, good, note, problem } from "./finding.ts";
import { whyNot } from "./reach.ts";

/** Step 5: the county's answer, checked as every sign-in's is. */
export async function checkFacts(
  contract: CountyContract,
  setup: CountySetup,
  kept: Kept,
  answer: URL,
): Promise<{ readonly facts?: CountyFacts; readonly findings: readonly Finding[] }> {
  const finished = await contract.finish(setup, kept, answer);
  if (!finished.ok) return { findings: [troubleOf(finished)] };
  const facts = finished.value;
  const sources = Object.entries(facts.told).map(([source, told]) => `${source} (${namesIn(told)})`);
  const words = sources.join(", ") || "—";
  return {
    facts,
    findings: [
      good("回應通過協定的全部檢查", "The answer passes all checks of its protocol"),
      note(`縣市提供的欄位：${words}`, `What the county tells, by name: ${words}`),
    ],
  };
}

/** What is wrong with a sign-in, by its kind; the stable word helps who reads the protocol. */
export function troubleOf({ kind, reason }: { readonly kind: string; readonly reason: string }): Finding {
  if (kind === "cancelled") return problem("在縣市頁面取消了登入", "The sign-in was cancelled at the county");
  if (reason === "token-invalid-client")
    return problem("縣市不接受 clientId 或 clientSecret", "The county does not take clientId or clientSecret");
  const [zh, en] = whyNot({ reason });
  if (kind === "down") return problem(`縣市沒有可用的回應：${zh}`, `There is no usable answer of the county: ${en}`);
  return problem(`縣市的回應不能採信：${zh}`, `The county's answer is not to be believed: ${en}`);
}

/** Names only, never values; names that are codes of schools or the like are not at this level. */
function namesIn(told: unknown): string {
  const of = Array.isArray(told) ? told[0] : told;
  return typeof of === "object" && of !== null ? Object.keys(of).join(" ") : typeof of;
}
