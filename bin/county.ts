import { once } from "node:events";
import { createInterface } from "node:readline";
import { runCountyCheck } from "../lib/county-check/run.ts";

// The contract test of one county's sign-in, for the county itself or whoever turns it on.
process.exitCode = await runCountyCheck(process.argv.slice(2), {
  say: (line) => console.log(line),
  async ask(question) {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    lines.setPrompt(question);
    lines.prompt();
    const [line] = await Promise.race([once(lines, "line"), once(lines, "close")]);
    lines.close();
    return typeof line === "string" ? line : undefined;
  },
});
