import { catalogueFiles, readCatalogue } from "../catalogue.ts";
import { openApiDocument } from "./openapi.ts";

/** Files of the site that are made from the contract and the open data: path → text. */
export function siteData(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, text] of catalogueFiles(readCatalogue())) files.set(`data/${name}`, text);
  files.set("api/openapi.json", JSON.stringify(openApiDocument()));
  return files;
}
