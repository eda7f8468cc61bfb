import { plainText } from "../../../person/text.ts";
import { type CsvTable, cell, requireColumns } from "../csv-table.ts";
import { RosterSourceError } from "../problems.ts";
import type { SourceTables } from "../read-source.ts";

/** bulk: the whole state. delta: changes only, each row with its `status`. */
export type FileMode = "bulk" | "delta";

export interface OneRosterFile {
  readonly table: CsvTable;
  readonly mode: FileMode;
}

export interface OneRosterPackage {
  /** A delta leaves its schools out when none has changed. */
  readonly orgs?: OneRosterFile;
  readonly users: OneRosterFile;
  readonly roles: OneRosterFile;
  /** For 班級; a roster without them has none, or has `metadata.class`. */
  readonly classes?: OneRosterFile;
  readonly enrollments?: OneRosterFile;
}

const columns = {
  orgs: ["sourcedId", "name", "type", "identifier"],
  users: ["sourcedId", "enabledUser", "userIds", "givenName", "familyName"],
  roles: ["sourcedId", "userSourcedId", "role", "orgSourcedId"],
  classes: ["sourcedId", "title", "classType", "schoolSourcedId"],
  enrollments: ["sourcedId", "classSourcedId", "schoolSourcedId", "userSourcedId", "role"],
} as const;

/**
 * Opens a OneRoster 1.2 CSV package by its manifest (1EdTech, CSV binding 1.2.1). Files the manifest calls absent are not looked at,
 * even when they are there; the order of columns is free and further ones are passed over.
 * @throws RosterSourceError version-not-supported, broken-manifest, missing-file, missing-column
 */
export function openPackage(source: Extract<SourceTables, { kind: "one-roster" }>): OneRosterPackage {
  const manifest = readManifest(source.table("manifest.csv"));
  if (!/^1\.2(?:\.|$)/.test(manifest.get("oneroster.version") ?? "")) {
    throw new RosterSourceError("version-not-supported", "manifest.csv");
  }
  const open = (name: keyof typeof columns): OneRosterFile | undefined => {
    const mode = modeOf(manifest, name);
    if (mode === "absent") return undefined;
    const table = source.table(`${name}.csv`);
    requireColumns(table, columns[name]);
    if (mode === "delta") requireColumns(table, ["status"]);
    return { table, mode };
  };
  const needed = (name: keyof typeof columns): OneRosterFile => {
    const file = open(name);
    if (!file) throw new RosterSourceError("missing-file", `${name}.csv`);
    return file;
  };
  const orgs = open("orgs");
  const classes = open("classes");
  const enrollments = open("enrollments");
  return {
    users: needed("users"),
    roles: needed("roles"),
    ...(orgs && { orgs }),
    ...(classes && { classes }),
    ...(enrollments && { enrollments }),
  };
}

function readManifest(table: CsvTable): Map<string, string> {
  requireColumns(table, ["propertyName", "value"]);
  return new Map(
    table.rows.map((row) => [plainText(cell(table, row, "propertyName")), plainText(cell(table, row, "value"))]),
  );
}

function modeOf(manifest: ReadonlyMap<string, string>, name: string): FileMode | "absent" {
  const mode = manifest.get(`file.${name}`) ?? "absent";
  if (mode === "bulk" || mode === "delta" || mode === "absent") return mode;
  throw new RosterSourceError("broken-manifest", "manifest.csv", `file.${name}`);
}
