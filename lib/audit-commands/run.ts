import { openJobs } from "../roster-commands/local-jobs.ts";
import type { Terminal } from "../roster-commands/run.ts";
import { readDay, usage } from "./arguments.ts";

/** What the job gives back. */
interface Report {
  readonly links: number;
  readonly broken: number;
  readonly findings: readonly {
    readonly kind: keyof typeof sentences;
    readonly chain: string;
    readonly number?: number;
    readonly of?: { readonly subject: string; readonly entry: string };
  }[];
  readonly heads: Readonly<Record<string, string>>;
}

const sentences = {
  "record-changed": "紀錄被改過 / Record changed",
  "record-gone": "紀錄不見了 / Record gone",
  "record-not-linked": "紀錄沒有串接 / Record in no chain",
  "link-changed": "鏈結被改過 / Link changed",
  "link-gone": "鏈結不見了 / Link gone",
  "end-gone": "鏈的末端不見了 / End of the chain gone",
} as const;

/** `npm run audit`: the exit code. 0 whole, 1 broken, 2 wrong use. Throws when the records cannot be read. */
export async function runAuditCommand(
  typed: readonly string[],
  environment: NodeJS.ProcessEnv,
  { say, remark }: Terminal,
): Promise<0 | 1 | 2> {
  const day = readDay(typed);
  if (day === undefined) {
    remark(usage);
    return 2;
  }
  const { jobs, stop } = await openJobs(environment);
  try {
    const { links, broken, findings, heads } = (await jobs({ job: "verify-audit", day })) as Report;
    for (const { kind, chain, number, of } of findings) {
      const place = number === undefined ? chain : `${chain} ${number}`;
      say([sentences[kind], place, ...(of === undefined ? [] : [of.subject, of.entry])].join("  "));
    }
    if (broken > findings.length) remark(`還有 ${broken - findings.length} 項 / and ${broken - findings.length} more`);
    for (const [chain, hash] of Object.entries(heads)) say(`${chain}  ${hash}`);
    remark(`${links} 筆已串接，${broken} 項不符 / ${links} records linked, ${broken} not as they were written`);
    return broken === 0 ? 0 : 1;
  } finally {
    await stop();
  }
}
