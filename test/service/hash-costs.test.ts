import { globSync, readFileSync } from "node:fs";
import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, expect, it } from "vitest";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { usersTable } from "../../lib/local/cognito/tables.ts";
import { rowsBehind } from "../faults/rows.ts";
import { withAccount } from "./people.ts";
import { startService } from "./service.ts";

const service = await startService({ hashes: "real" });
const client = new DynamoDBClient({});
afterAll(() => client.destroy());

it("a password is hashed at its full cost where no test asks for less (ASVS 11.4.2)", async () => {
  await withAccount(service);
  const [account] = await rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix).all("accounts");
  const keys = secretsManagerKeys(service.environment.KEY_RING_SECRET_ID);
  expect(await keys.unseal("password-history", String(account?.passwords))).toEqual([
    expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
  ]);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: usersTable }));
  expect(Items.map(({ passwordHash }) => passwordHash?.S)).toEqual([
    expect.stringMatching(/^\$scrypt\$ln=14,r=8,p=1\$/),
  ]);
});

it("nothing but a test asks for less: no handler, no command, no stack and no start-up names a cost", () => {
  const source = ["functions/**/*.ts", "lib/**/*.ts", "bin/*.ts"].flatMap((pattern) => globSync(pattern));
  const naming = source.filter((file) => /\b(slowCost|passwordCost)\b/.test(readFileSync(file, "utf8")));
  // These hand it on; none of them has a number but the real one.
  expect(naming.toSorted()).toEqual([
    "functions/adapters/default-password-issuer.ts",
    "functions/adapters/default-passwords.ts",
    "functions/adapters/legacy-one-use.ts",
    "functions/adapters/legacy-passwords.ts",
    "functions/adapters/legacy-row.ts",
    "functions/adapters/parts.ts",
    "functions/adapters/password-history.ts",
    "functions/adapters/slow-hash.ts",
    "functions/adapters/system.ts",
    "lib/local/aws-parts.ts",
    "lib/local/cognito/cognito.ts",
  ]);
});
