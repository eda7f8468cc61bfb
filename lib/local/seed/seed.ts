import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { readCatalogue } from "../../catalogue.ts";
import type { JobsHandler } from "../handlers.ts";
import { sampleRoster, sampleTerm } from "./sample-roster.ts";

/** What the import job reports, as far as the seed looks at it. */
interface ImportReport {
  readonly accepted: number;
  readonly problems: readonly unknown[];
  readonly stoppedAt?: unknown;
}

/** A new sample gets a new name here, and is then imported over the old one. */
const marker = { id: "sample-roster#3" };

/**
 * Imports the sample roster once a database, by the importer that a school's own roster goes through. Gives how many places it
 * has now, or undefined when it was there already.
 */
export async function seedOnce(jobs: JobsHandler, tablePrefix: string): Promise<number | undefined> {
  const client = new DynamoDBClient({});
  const documents = DynamoDBDocumentClient.from(client);
  const TableName = `${tablePrefix}once`;
  try {
    const { Item } = await documents.send(new GetCommand({ TableName, Key: marker, ConsistentRead: true }));
    if (Item !== undefined) return undefined;
    const places = await seed(jobs);
    await documents.send(new PutCommand({ TableName, Item: { ...marker, places } }));
    return places;
  } finally {
    client.destroy();
  }
}

async function seed(jobs: JobsHandler): Promise<number> {
  const catalogue = readCatalogue();
  const schools = catalogue.counties.flatMap(({ id, name }) =>
    (catalogue.schools.get(id) ?? []).map((school) => ({ ...school, county: name })),
  );
  const roster = sampleRoster(catalogue);
  let places = 0;
  for (const files of [roster.oneRoster, roster.template]) {
    const encoded = Object.fromEntries(
      [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]),
    );
    const report = (await jobs({ job: "import-roster", files: encoded, asOf: sampleTerm, schools })) as ImportReport;
    if (report.problems.length > 0 || report.stoppedAt !== undefined) {
      throw new Error(`the sample roster was not imported whole: ${JSON.stringify(report.problems.slice(0, 3))}`);
    }
    places += report.accepted;
  }
  return places;
}
