import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { StartUpError } from "./start-up-error.ts";

/**
 * Makes a folder for data, readable by its owner only, when it is missing.
 * @throws StartUpError when the folder cannot be made or written
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartUpError(
      `The data folder ${folder} cannot be written: give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}
