import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CountyConfigurations, countyConfigurations } from "../../../functions/contract/counties.ts";

/**
 * What is configured of the counties: the samples, and over them, county by county, `<dataDir>/counties.json` of the shape
 * `{"KHH": {"clientId": "…", "clientSecret": "…", "issuer": "https://…"}}`. The file is read each time, so that a county can be pointed at any
 * provider while the service runs. A damaged one is told (`tell`) once for each change of it, on one line, and the samples stand.
 */
export function configuredCounties(
  dataDir: string,
  tell: (line: string) => void,
): (samples: CountyConfigurations) => Promise<object> {
  const file = join(dataDir, "counties.json");
  let told: string | undefined;
  return async (samples) => {
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? undefined : `cannot be read: ${error.code}`,
    );
    const own = text === undefined ? {} : configurationsIn(text);
    if (own === undefined && text !== told) {
      tell(
        `${file} is damaged or cannot be read, so the sample counties stand: write JSON such as {"KHH": {"clientId": "…", "clientSecret": "…", "issuer": "https://…"}} there.`,
      );
    }
    told = text;
    return { ...samples, ...own };
  };
}

/** As they were written. Errors of the parsers are left out on purpose: they quote the text, and there are secrets in it. */
function configurationsIn(text: string): object | undefined {
  try {
    const written = JSON.parse(text);
    return countyConfigurations.safeParse(written).success ? written : undefined;
  } catch {
    return undefined;
  }
}
