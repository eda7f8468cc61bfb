import { StartUpError } from "../lib/local/start-up-error.ts";
import { runRosterCommand } from "../lib/roster-commands/run.ts";

// What a school does with its people from a terminal: default passwords, shown once.
try {
  process.exitCode = await runRosterCommand(process.argv.slice(2), process.env, {
    say: (line) => console.log(line),
    remark: (line) => console.error(line),
  });
} catch (error) {
  console.error(error instanceof StartUpError ? error.message : error);
  process.exitCode = 1;
}
