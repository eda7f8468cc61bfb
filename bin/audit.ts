import { runAuditCommand } from "../lib/audit-commands/run.ts";
import { StartUpError } from "../lib/local/start-up-error.ts";

// Whether the audit records of a day are still as they were written (T27).
try {
  process.exitCode = await runAuditCommand(process.argv.slice(2), process.env, {
    say: (line) => console.log(line),
    remark: (line) => console.error(line),
  });
} catch (error) {
  console.error(error instanceof StartUpError ? error.message : error);
  // 1 says that records were changed; this one says that nobody knows.
  process.exitCode = 3;
}
