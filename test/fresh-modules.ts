import { afterAll, vi } from "vitest";

// Before each file of a process that several files share: the project's modules are evaluated anew, so that none knows of the parts, the
// keys and the settings of another file. Only packages stay loaded.
vi.resetModules();

const before = { ...process.env };

afterAll(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
