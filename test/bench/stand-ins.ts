import { startAwsParts } from "../../lib/local/aws-parts.ts";
import { type SampleCounties, startCounties } from "../../lib/local/counties/counties.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { ensureUserPool } from "../../lib/local/user-pool.ts";
import { answerParent } from "./child.ts";

// A process of its own for what AWS does in the cloud, so that its work (scrypt above all) is not counted as the service's.
const [dataDir = "", ...prefixes] = process.argv.slice(2);
const aws = await startAwsParts(process.env, dataDir);
for (const prefix of prefixes) await ensureTables(prefix);
const pool = await ensureUserPool();
let counties: SampleCounties | undefined;

answerParent(
  {
    surroundings: async () => ({
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith("AWS_"))),
      USER_POOL_ID: pool.userPoolId,
      USER_POOL_CLIENT_ID: pool.clientId,
    }),
    /** Starts the sample counties for one site, whose origin this is. */
    counties: async (siteOrigin: string) => {
      counties = await startCounties({ siteOrigin });
      aws.secrets?.setCounties(counties.configurations);
    },
    /** The newest six digits that were sent to an address. */
    code: async (to: string) => {
      const message = aws.outbox?.messages().find((sent) => sent.to === to);
      return /\b\d{6}\b/.exec(message?.text ?? "")?.[0];
    },
  },
  async () => {
    await counties?.stop();
    await aws.stop();
  },
);
