import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

/** Folders whose files leave nothing in a process but what `test/fresh-modules.ts` takes back: they share one, and the packages in it. */
const sharing = [
  "activate-account",
  "applications",
  "audit",
  "consents",
  "default-passwords",
  "forgot-account",
  "link-legacy-account",
  "logouts",
  "my-account",
  "second-factor",
  "verify-code",
].map((folder) => `test/${folder}/**/*.test.ts`);

const everywhere = {
  pool: "forks",
  maxWorkers: 2,
  testTimeout: 180_000,
  hookTimeout: 120_000,
  // What is waited for comes late on a busy machine.
  expect: { poll: { timeout: 20_000 } },
  env: { POWERTOOLS_LOG_LEVEL: "SILENT", POWERTOOLS_METRICS_DISABLED: "true" },
} as const;

export default defineConfig({
  test: {
    ...everywhere,
    include: ["test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "alone", exclude: sharing } },
      {
        extends: false,
        test: { ...everywhere, name: "sharing", include: sharing, isolate: false, setupFiles: "test/fresh-modules.ts" },
      },
    ],
  },
});
