import { policies } from "../../functions/contract/policy.ts";
import type { CountyContract, Tried } from "../../functions/county-callback/contract-check.ts";
import { type Finding, good, problem } from "./finding.ts";

const { patience } = policies.seed.county;

const sentences: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  timeout: [`${patience} 秒內沒有回應`, `no answer within ${patience} seconds`],
  unreachable: ["連不上（網域、憑證或防火牆）", "cannot be reached (name, certificate or firewall)"],
  "not-https": ["不是 https", "not https"],
  redirected: ["轉到別的網址，請直接設定新的網址", "leads elsewhere: configure the new address itself"],
  "too-large": ["回應太大", "the answer is too large"],
  garbled: ["回應無法解讀", "the answer cannot be read"],
  "not-json": ["回應不是 JSON（可能是維護公告頁）", "the answer is no JSON (a maintenance page?)"],
  failing: ["回應 5xx、408 或 429", "it answers 5xx, 408 or 429"],
};

/** Why an answer could not be had; words that are not told of here stand by themselves. */
export function whyNot({ reason }: { readonly reason: string }): readonly [zh: string, en: string] {
  const [zh, en] = sentences[reason] ?? [reason, reason];
  return [zh, en];
}

/** What an address answers with, as JSON. */
export async function askJson(
  contract: CountyContract,
  address: string,
  test: boolean,
): Promise<{ readonly json?: Readonly<Record<string, unknown>>; readonly findings: readonly Finding[] }> {
  const answer = await contract.ask(address, "application/json", test);
  if (!answer.ok) return { findings: [unanswered(address, answer)] };
  const { status, body } = answer.value;
  if (status !== 200) return { findings: [problem(`${address}：回應 ${status}`, `${address}: it answers ${status}`)] };
  const json = objectIn(body);
  if (json === undefined) return { findings: [unanswered(address, { reason: "not-json" })] };
  return { json, findings: [good(`${address}：可以讀取`, `${address}: can be read`)] };
}

/** Whether anything speaks at an address: without parameters an endpoint may refuse as it likes, and even lead elsewhere. */
export async function checkReachable(contract: CountyContract, address: string, test: boolean): Promise<Finding> {
  const answer: Tried<{ status: number }> = await contract.ask(address, "*/*", test);
  const speaks = answer.ok ? answer.value.status < 500 : answer.reason === "redirected";
  if (speaks) return good(`${address}：有回應`, `${address}: answers`);
  return unanswered(address, answer.ok ? { reason: "failing" } : answer);
}

export function unanswered(address: string, trouble: { readonly reason: string }): Finding {
  const [zh, en] = whyNot(trouble);
  return problem(`${address}：${zh}`, `${address}: ${en}`);
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
