import { runLegacyCommand } from "../lib/legacy-commands/run.ts";
import { StartUpError } from "../lib/local/start-up-error.ts";

// Accounts of legacy platforms from a terminal: imported from a file, and taken off again by the help desk.
try {
  process.exitCode = await runLegacyCommand(process.argv.slice(2), process.env, {
    say: (line) => console.log(line),
    remark: (line) => console.error(line),
  });
} catch (error) {
  console.error(error instanceof StartUpError ? error.message : error);
  process.exitCode = 1;
}
