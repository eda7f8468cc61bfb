import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The first two cores this process may use, or undefined when there is one only or no `taskset` to choose with. */
function twoCores(): [string, string] | undefined {
  const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "";
  const [first, second] = allowed.split(",").flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  });
  if (first === undefined || second === undefined) return undefined;
  return spawnSync("taskset", ["--version"]).status === 0 ? [first, second] : undefined;
}

const cores = twoCores();
const on = (core: string | undefined): readonly string[] => (core === undefined ? [] : ["taskset", "-c", core]);

/** The service has one core to itself; client and stand-ins share the other. */
export const layout = {
  isPinned: cores !== undefined,
  service: on(cores?.[0]),
  others: on(cores?.[1]),
  /** Moves this process, the client, with all its threads. */
  pinClient() {
    if (cores !== undefined) spawnSync("taskset", ["-a", "-c", "-p", cores[1], String(process.pid)]);
  },
};

/** USER_HZ: the unit of /proc/<pid>/stat, 100 a second on every Linux that Node runs on. */
const tickMs = 10;

/** CPU milliseconds, user and system, that a process and (apart) its descendants have used so far; proc_pid_stat(5). */
export function cpuOf(pid: number): { own: number; descendants: number } {
  const processes = new Map(readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? statOf(Number(name)) : [])));
  const isBelow = (other: number): boolean => {
    const parent = processes.get(other)?.parent;
    return parent !== undefined && (parent === pid || isBelow(parent));
  };
  const below = [...processes].filter(([other]) => isBelow(other)).map(([, { cpu }]) => cpu);
  return { own: processes.get(pid)?.cpu ?? 0, descendants: below.reduce((sum, cpu) => sum + cpu, 0) };
}

function statOf(pid: number): [number, { parent: number; cpu: number }][] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold spaces and brackets itself: what follows its last one starts with field 3.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return [[pid, { parent: Number(fields[1]), cpu: (Number(fields[11]) + Number(fields[12])) * tickMs }]];
  } catch {
    // It ended since the folder was listed.
    return [];
  }
}
