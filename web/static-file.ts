import { useCallback, useEffect, useState } from "preact/hooks";

/** Files that are kept while the site is open: each is asked for once. */
const asked = new Map<string, Promise<unknown>>();
const arrived = new Map<string, unknown>();

export type Read<T> = (json: unknown) => T;

/** A JSON file of the site by its path (`/data/counties.json`), read once. Rejects when it does not come, and is asked for again at the next try. */
export async function fetchOnce<T>(path: string, read: Read<T>): Promise<T> {
  const known = asked.get(path) as Promise<T> | undefined;
  if (known) return known;
  const answer = fetch(path, { credentials: "same-origin" }).then(async (response) => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const value = read(await response.json());
    arrived.set(path, value);
    return value;
  });
  asked.set(path, answer);
  answer.catch(() => asked.delete(path));
  return answer;
}

export type Data<T> =
  | { readonly state: "idle" | "loading" | "failed" }
  | { readonly state: "ready"; readonly value: T };

/** What a file holds; `undefined` asks nothing. `read` is the same function each time; `again` is for the button after a failure. */
export function useStaticFile<T>(path: string | undefined, read: Read<T>): [data: Data<T>, again: () => void] {
  const [failed, setFailed] = useState<string>();
  const [, setArrivals] = useState(0);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (path === undefined || arrived.has(path)) return;
    let wanted = true;
    setFailed(undefined);
    fetchOnce(path, read).then(
      () => wanted && setArrivals((count) => count + 1),
      () => wanted && setFailed(path),
    );
    return () => {
      wanted = false;
    };
  }, [path, read, tries]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  if (path === undefined) return [{ state: "idle" }, again];
  if (arrived.has(path)) return [{ state: "ready", value: arrived.get(path) as T }, again];
  return [{ state: failed === path ? "failed" : "loading" }, again];
}
