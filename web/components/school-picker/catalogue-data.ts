import { useCallback, useEffect, useState } from "preact/hooks";
import type { CountiesFile, SchoolsFile } from "../../../functions/contract/catalogue.ts";
import { inKnownOrder, type ListedSchool, listSchools } from "./school-list.ts";

/** One county's schools are 0.3–4 KB on the line, so a file is fetched when its county is chosen and kept while the site is open. */
const asked = new Map<string, Promise<unknown>>();
const arrived = new Map<string, unknown>();

async function fetchOnce<T>(file: string, read: (json: unknown) => T): Promise<T> {
  const known = asked.get(file) as Promise<T> | undefined;
  if (known) return known;
  const answer = fetch(`/data/${file}`, { credentials: "same-origin" }).then(async (response) => {
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    const value = read(await response.json());
    arrived.set(file, value);
    return value;
  });
  asked.set(file, answer);
  // A file that failed is asked for again at the next try.
  answer.catch(() => asked.delete(file));
  return answer;
}

export type Data<T> =
  | { readonly state: "idle" | "loading" | "failed" }
  | { readonly state: "ready"; readonly value: T };

/** What a file holds; `undefined` asks nothing. `again` is for the button after a failure. */
function useFile<T>(file: string | undefined, read: (json: unknown) => T): [data: Data<T>, again: () => void] {
  const [failed, setFailed] = useState<string>();
  const [, setArrivals] = useState(0);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (file === undefined || arrived.has(file)) return;
    let wanted = true;
    setFailed(undefined);
    fetchOnce(file, read).then(
      () => wanted && setArrivals((count) => count + 1),
      () => wanted && setFailed(file),
    );
    return () => {
      wanted = false;
    };
  }, [file, read, tries]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  if (file === undefined) return [{ state: "idle" }, again];
  if (arrived.has(file)) return [{ state: "ready", value: arrived.get(file) as T }, again];
  return [{ state: failed === file ? "failed" : "loading" }, again];
}

const readCounties = (json: unknown): CountiesFile => inKnownOrder(json as CountiesFile);
const readSchools = (json: unknown): readonly ListedSchool[] => listSchools(json as SchoolsFile);

export function useCounties(): [data: Data<CountiesFile>, again: () => void] {
  return useFile("counties.json", readCounties);
}

/** The schools of a county by its ISO id, outside of a page; undefined when the list does not come. */
export function askSchools(id: string): Promise<readonly ListedSchool[] | undefined> {
  return fetchOnce(`schools-${id}.json`, readSchools).catch(() => undefined);
}

/** The schools of a county by its ISO id (`TPE`). */
export function useSchools(id: string | undefined): [data: Data<readonly ListedSchool[]>, again: () => void] {
  return useFile(id && `schools-${id}.json`, readSchools);
}
