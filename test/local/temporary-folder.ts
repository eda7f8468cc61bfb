import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder of its own for one test file, gone when the file is done; to be called outside of hooks and tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "educloud-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** How an SDK client of a test finds a stand-in; one try, so that an error is the first one. */
export const clientOf = (endpoint: string) => ({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
  maxAttempts: 1,
});
