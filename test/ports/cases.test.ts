import { dynamoCases } from "../../functions/adapters/cases.ts";
import { dynamo } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { TestClock } from "../service/clock.ts";
import { allRows } from "../service/rows.ts";
import { startParts } from "../service/service.ts";
import { casesTwin } from "../twins/cases.ts";
import { Memory } from "../twins/memory.ts";
import { casesContract } from "./cases-contract.ts";

const prefix = "cases-";
const [ids, policy] = [systemIds, policies.seed];
await startParts();
await ensureTables(prefix);
let days = 0;

casesContract("in memory", () => {
  const [memory, clock] = [new Memory(), new TestClock()];
  return {
    cases: casesTwin({ memory, clock, policy }),
    clock,
    ids,
    async count(table) {
      const kept = memory[table];
      return kept instanceof Map || kept instanceof Set ? kept.size : Array.isArray(kept) ? kept.length : 0;
    },
  };
});

casesContract("on DynamoDB", () => {
  const clock = new TestClock();
  // The worlds share the tables, each on days of its own, so that no limit of one reaches into another.
  clock.advanceBy({ days });
  days += 4;
  return {
    cases: dynamoCases({ dynamo: dynamo(prefix), keys: secretsManagerKeys("educloud/key-ring"), clock, ids, policy }),
    clock,
    ids,
    count: async (table) => (await allRows(prefix)).filter((row) => row.startsWith(`${table} `)).length,
  };
});
