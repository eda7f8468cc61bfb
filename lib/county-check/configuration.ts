import { type CountyProfile, countyConfiguration, countyProfile } from "../../functions/contract/counties.ts";
import type { CountyContract, CountySetup } from "../../functions/county-callback/contract-check.ts";
import { type Finding, good, note, problem, warning } from "./finding.ts";

/** Step 1: the profile with what is configured over it, or each thing that is wrong about it. */
export function checkConfiguration(
  contract: CountyContract,
  configuration: unknown,
): { readonly setup?: CountySetup; readonly findings: readonly Finding[] } {
  const { profile } = contract;
  if (configuration === undefined) {
    const shape = `{"${profile.id}": {"clientId": "…", "clientSecret": "…"}}`;
    return {
      findings: [
        problem(`設定檔裡沒有 ${profile.id}，請寫成 ${shape}`, `The file has no ${profile.id}. Write ${shape}`),
      ],
    };
  }
  const made = contract.setupOf(configuration);
  if (made === undefined) {
    return { findings: [problem("設定為關閉（on: false）", "It is switched off (on: false)")] };
  }
  if (typeof made === "string") return { findings: problemsOf(made, profile, configuration) };
  return { setup: made, findings: [...about(made.profile), ...aboutTest(made)] };
}

function about(profile: CountyProfile): Finding[] {
  const { name, nameEn, protocol, verified } = profile;
  const read = good(`${name}：${protocol}，設定完整`, `${nameEn}: ${protocol}, the configuration is whole`);
  const guess = note(
    "這個縣市的設定檔標示為未經證實（verified: false），以下檢查就是證實的方法",
    "This county's profile is marked as not confirmed (verified: false): this test is how to confirm it",
  );
  return verified ? [read] : [read, guess];
}

function aboutTest({ test }: CountySetup): Finding[] {
  if (!test) return [];
  return [
    warning(
      "test: true 只給本機的範例使用，正式環境請拿掉",
      "test: true is for samples on this machine only: leave it out for real people",
    ),
  ];
}

function problemsOf(word: string, profile: CountyProfile, configuration: unknown): Finding[] {
  if (word === "client-missing")
    return [problem("缺少 clientId 或 clientSecret", "clientId or clientSecret is missing")];
  if (word === "address-not-https")
    return [problem("有一個網址不是 https", "One of the addresses does not begin with https")];
  const wrong = wrongPlaces(profile, configuration);
  if (wrong.length === 0) return [problem(`設定無法使用（${word}）`, `The configuration cannot be used (${word})`)];
  return wrong.map((place) =>
    problem(`「${place}」缺少或不符合格式`, `"${place}" is missing or not of the right form`),
  );
}

/** Paths into the configuration, `mapping.schools.shape`; names that no profile has stand by themselves. */
function wrongPlaces(profile: CountyProfile, configuration: unknown): string[] {
  const read = countyConfiguration.safeParse(configuration);
  if (!read.success) return pathsOf(read.error.issues);
  const { on: _on, clientId: _clientId, clientSecret: _clientSecret, test: _test, ...over } = read.data;
  const moved = over.protocol !== undefined && over.protocol !== profile.protocol;
  const { id, name, nameEn, button, help, verified, mapping } = profile;
  const base = moved ? { id, name, nameEn, button, help, verified, mapping } : profile;
  const merged = countyProfile.safeParse({ ...base, ...over, id });
  return merged.success ? [] : pathsOf(merged.error.issues);
}

function pathsOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] }[]) {
  return issues.flatMap(({ path, keys = [] }) => {
    const at = path.map(String);
    return keys.length > 0 ? keys.map((key) => [...at, key].join(".")) : [at.join(".") || "(JSON)"];
  });
}
