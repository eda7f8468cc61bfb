import type { CountyContract, CountySetup } from "../../functions/county-callback/contract-check.ts";
import { checkAddresses, checkPublishedKeys } from "./addresses.ts";
import { checkAnswer } from "./answer.ts";
import { checkConfiguration } from "./configuration.ts";
import { checkFacts, troubleOf } from "./facts.ts";
import { type Finding, good, hasProblem, linesOf, problem } from "./finding.ts";
import { checkIdentity, type Known } from "./identity.ts";

export interface Walk extends Known {
  readonly contract: CountyContract;
  readonly configuration: unknown;
  readonly redirect: string;
  readonly say: (line: string) => void;
  /** Shows a person the county's address and gives the one their browser came back to. */
  readonly signIn: (address: string) => Promise<string | undefined>;
}

/** The contract test of one county: six steps, each in words as it goes. True when there was no problem. */
export async function checkCounty(walk: Walk): Promise<boolean> {
  const { contract, say } = walk;
  const all: Finding[] = [];
  const told = (title: string, findings: readonly Finding[]) => {
    say("");
    say(title);
    for (const finding of findings) for (const line of linesOf(finding)) say(line);
    all.push(...findings);
  };

  const { setup, findings } = checkConfiguration(contract, walk.configuration);
  told("1 設定 / Configuration", findings);
  if (setup !== undefined) {
    const addresses = await checkAddresses(contract, setup);
    told("2 網址 / Addresses", addresses.findings);
    told("3 金鑰 / Keys", await checkPublishedKeys(contract, setup, addresses.keysAt));
    await trySignIn(walk, setup, told);
  }
  summarise(all, say);
  return !hasProblem(all);
}

async function trySignIn(
  { contract, redirect, signIn, ...known }: Walk,
  setup: CountySetup,
  told: (title: string, findings: readonly Finding[]) => void,
): Promise<void> {
  const begun = await contract.begin(setup, redirect);
  const title = "4 登入 / Signing in";
  if (!begun.ok) return told(title, [troubleOf(begun)]);
  const { url, kept } = begun.value;
  told(title, [
    good(`登入網址可以產生（redirect_uri：${redirect}）`, `The sign-in begins (redirect_uri: ${redirect})`),
  ]);
  const { answer, findings } = checkAnswer(redirect, await signIn(url));
  told("  回來 / Coming back", findings);
  if (answer === undefined) return;

  const { facts, findings: ofFacts } = await checkFacts(contract, setup, kept, answer);
  told("5 回應 / The answer", ofFacts);
  if (facts === undefined) return;

  const read = contract.identityOf(setup, facts);
  told("6 對應 / Mapping", read.ok ? checkIdentity(read.identity, known) : [unread(read.reason)]);
}

const unread = (reason: string) =>
  problem(`讀不出這個人的識別碼（${reason}）`, `The person's subject cannot be read (${reason})`);

function summarise(all: readonly Finding[], say: (line: string) => void): void {
  const count = (mark: Finding["mark"]) => all.filter((finding) => finding.mark === mark).length;
  const [problems, warnings] = [count("problem"), count("warning")];
  say("");
  say(problems === 0 ? `結果：通過，${warnings} 項提醒` : `結果：${problems} 項問題，${warnings} 項提醒`);
  say(
    problems === 0
      ? `Result: passed, ${warnings} warning(s)`
      : `Result: ${problems} problem(s), ${warnings} warning(s)`,
  );
}
