import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { LegacyImported } from "../ports/legacy-import.ts";
import { readLegacyHash } from "./legacy-hash.ts";
import { settingIn, settingRow, settingUpdate } from "./legacy-setting.ts";
import { newWorks, workOf } from "./legacy-work.ts";
import type { Parts } from "./parts.ts";
import { isWritten } from "./writes.ts";

/** Another import of the same platform may come in between. */
const mostTries = 5;

/**
 * Notes what these accounts cost to try, before the first of them is written: from then on every try at the platform costs that (T04).
 * Nothing is read or written for quick formats alone. Throws when others keep noting meanwhile.
 */
export async function noteWorks(
  parts: Pick<Parts, "dynamo" | "keys">,
  platform: string,
  accounts: readonly Pick<LegacyImported, "format" | "hash" | "salt">[],
): Promise<void> {
  const { dynamo, keys } = parts;
  const wanted = newWorks(
    [],
    accounts.flatMap(({ format, hash, salt }) => {
      const read = readLegacyHash(format, hash, salt);
      return read.ok ? [workOf({ ...read.hash, format })] : [];
    }),
  );
  if (wanted.length === 0) return;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await settingRow(dynamo, platform);
    const known = (await settingIn(keys, before, "works")) ?? [];
    const missing = newWorks(known, wanted);
    if (missing.length === 0) return;
    const update = await settingUpdate(parts, platform, "works", [...known, ...missing], before);
    // Refused by another import, or by the SDK's first try whose answer was lost (T45): what stands there by now says which.
    if (await isWritten(dynamo, new UpdateCommand(update))) return;
  }
  throw new Error("what a legacy platform's passwords cost kept changing while it was imported: import the file again");
}
