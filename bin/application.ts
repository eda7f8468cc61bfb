import { runApplicationCommand } from "../lib/application-commands/run.ts";
import { StartUpError } from "../lib/local/start-up-error.ts";

// Connected applications from a terminal: registered from a file, listed, removed; a secret is shown once.
try {
  process.exitCode = await runApplicationCommand(process.argv.slice(2), process.env, {
    say: (line) => console.log(line),
    remark: (line) => console.error(line),
  });
} catch (error) {
  console.error(error instanceof StartUpError ? error.message : error);
  process.exitCode = 1;
}
