import { expect } from "vitest";
import { profileOf } from "../../functions/adapters/account-row.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { s3Pictures } from "../../functions/adapters/pictures.ts";
import type { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";

/** Every object that a service was ever asked to store, against everything that its rows name. */
export function keptPictures({ service, lane, proxy }: Awaited<ReturnType<typeof startProxiedService>>) {
  const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
  const keys = secretsManagerKeys(service.environment.KEY_RING_SECRET_ID);
  const pictures = s3Pictures({ bucket: service.environment.PICTURE_BUCKET });
  const asked = new Set<string>();

  /** The calls that the lane forgets when it is mended. */
  function mend(): void {
    for (const { name, input } of lane.calls)
      if (name === "s3.PutObject") asked.add(String(input.path).split("/").at(-1) ?? "");
    lane.mend();
  }

  async function named(): Promise<string[]> {
    const accounts = (await rows.all("accounts")).filter(({ person }) => person !== undefined);
    const profiles = await Promise.all(accounts.map((row) => profileOf(keys, row)));
    const waiting = (await rows.all("flows")).filter(({ kind, status }) => kind === "public" && status !== "DONE");
    return [...profiles, ...waiting].flatMap(({ picture }) => (picture === undefined ? [] : [String(picture)]));
  }

  async function stored(): Promise<string[]> {
    const files = await Promise.all([...asked].map(async (id) => [id, await pictures.find(id)] as const));
    return files.flatMap(([id, file]) => (file === undefined ? [] : [id]));
  }

  /** Notes of pictures that the job still has to look at, or that say which picture they were of for longer than needed. */
  const notes = async () =>
    (await rows.all("flows")).filter(
      ({ kind, picture, dueAt }) => kind === "picture" && (picture !== undefined || dueAt !== undefined),
    );

  return {
    rows,
    keys,
    pictures,
    mend,
    notes,
    /** Adds one that a test stored itself. */
    note: (id: string) => void asked.add(id),
    async expectNoneLeft(label: string): Promise<void> {
      mend();
      const [objects, names] = await Promise.all([stored(), named()]);
      expect(objects.toSorted(), `${label}: what is stored, and what rows name`).toEqual(names.toSorted());
      expect(await notes(), label).toEqual([]);
    },
  };
}
