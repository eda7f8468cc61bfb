import { readFile } from "node:fs/promises";
import { policies } from "../../functions/contract/policy.ts";
import { countyContract } from "../../functions/county-callback/contract-check.ts";
import { readCatalogue } from "../catalogue.ts";
import { type Arguments, readArguments, usage } from "./arguments.ts";
import { checkCounty } from "./check-county.ts";
import { listen, loopbackOf } from "./listener.ts";

/** Seconds that a person has at the county, as in a real sign-in. */
const patience = policies.seed.county.roundTrip;

/** The terminal. `ask` gives one line that a person typed, undefined at the end of input. */
export interface Terminal {
  say(line: string): void;
  ask(question: string): Promise<string | undefined>;
}

/** `npm run county`: the exit code. 0 all right, 1 problems, 2 wrong use. */
export async function runCountyCheck(typed: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const given = readArguments(typed);
  if (given === undefined) return wrongUse(terminal, usage);
  const configurations = await configurationsIn(given.file);
  if (configurations === undefined) {
    return wrongUse(
      terminal,
      `讀不到設定檔 ${given.file}，或不是 JSON\n${given.file} cannot be read, or is no JSON\n\n${usage}`,
    );
  }
  const waiting = given.listen ? loopbackOf(given.redirect) : undefined;
  if (given.listen && waiting === undefined) {
    return wrongUse(terminal, "--listen 只能用在本機的 http 網址\n--listen takes an http address of this machine only");
  }
  const schools = new Map([...readCatalogue().schools.values()].flat().map(({ code, name }) => [code, name]));
  const passed = await checkCounty({
    contract: countyContract(given.county),
    configuration: configurations[given.county],
    redirect: given.redirect,
    say: terminal.say,
    signIn: waiting === undefined ? pasted(terminal) : listened(terminal, waiting),
    schoolName: (code) => schools.get(code),
    now: new Date(),
  });
  return passed ? 0 : 1;
}

function wrongUse({ say }: Terminal, words: string): 2 {
  say(words);
  return 2;
}

async function configurationsIn(file: Arguments["file"]): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const invitation = (address: string) => [
  "",
  "  請用瀏覽器開啟，以測試帳號登入：",
  "  Open this in a browser and sign in with a test account:",
  "",
  `  ${address}`,
  "",
];

/** The service's own page takes the answer out of the address bar at once. */
const whatToPaste = [
  "  登入後瀏覽器會回到登記的網址（打不開也沒關係），請複製網址列貼在這裡。",
  "  若回到正式網站，網址列會立刻收起回應：請改從瀏覽器開發者工具的網路紀錄，複製 …/callback 那一筆的網址。",
  "  Afterwards copy the address the browser came back to (it need not open) and paste it here.",
  "  A running site hides the answer at once: copy the address of …/callback from the browser's network tools.",
];

const pasted =
  ({ say, ask }: Terminal) =>
  async (address: string): Promise<string | undefined> => {
    for (const line of invitation(address)) say(line);
    for (const line of whatToPaste) say(line);
    return await ask("  > ");
  };

const listened =
  ({ say }: Terminal, at: NonNullable<ReturnType<typeof loopbackOf>>) =>
  async (address: string): Promise<string | undefined> => {
    const listener = await listen(at).catch(() => undefined);
    if (listener === undefined) {
      say(`  連接埠 ${at.port} 使用中，請先停止本機服務，或不用 --listen`);
      say(`  Port ${at.port} is taken: stop the service on this machine, or leave --listen out`);
      return undefined;
    }
    try {
      for (const line of invitation(address)) say(line);
      say("  等候瀏覽器回來，最多 10 分鐘 … / Waiting for the browser, 10 minutes at most …");
      return await listener.answered(patience);
    } finally {
      await listener.stop();
    }
  };
