import { describe, expect, it } from "vitest";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { expectSteps } from "../budgets/same-steps.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { type Row, rowsBehind } from "../faults/rows.ts";
import type { Reply } from "../service/browser.ts";
import { enrol, type Person, withAccount } from "../service/people.ts";
import { changeAccount, userIdOf } from "./holder.ts";
import { sendPersonalData } from "./personal-data.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);

const disabled = { status: "DISABLED" };

/** Somebody with an account, changed past every rule; gives what they would type. */
async function changed(change: Row): Promise<Person> {
  const { person, accountName } = await withAccount(service);
  await changeAccount(rows, await userIdOf(service, accountName), change);
  return person;
}

/** The same person's account with these roles at its places: sealed, so the row is opened and closed again. */
async function withRoles(change: Row, ...roles: string[]): Promise<Person> {
  const { person, accountName } = await withAccount(service);
  const userId = await userIdOf(service, accountName);
  const keys = secretsManagerKeys("educloud/key-ring");
  const row = (await rows.all("accounts")).find((account) => account.userId === userId);
  const kept = (await keys.unseal("person-data", String(row?.person))) as { enrolments: { role: string }[] };
  const enrolments = roles.map((role) => ({ ...kept.enrolments[0], role }));
  await changeAccount(rows, userId, { ...change, person: await keys.seal("person-data", { ...kept, enrolments }) });
  return person;
}

/** The roster has the person as a teacher of another school too; the account knows nothing of it. */
async function enrolAsTeacher({ name, personId }: Person): Promise<void> {
  const csv = `學校代碼,學制,姓名,身分,年級,班級,座號,身分證字號\n383602,國小,${name},教師,,,,${personId}`;
  const files = { "名冊.csv": Buffer.from(csv).toString("base64") };
  const schools = [{ code: "383602", level: "國小", name: "市立另一所國小", county: "臺北市", district: "文山區" }];
  const report = await service.jobs({ job: "import-roster", files, asOf: { year: 115, semester: 1 }, schools });
  expect((report as { problems: unknown[] }).problems).toEqual([]);
}

type Kinds = Record<string, () => Promise<Person>>;

/** `good` is what an account must be like for the form; each kind is that, but for one thing. */
const kindsOf = (good: Row): Kinds => ({
  "nobody in the roster": async () => ({ ...(await changed(good)), personId: `T-${service.random(5)}` }),
  "another name": async () => ({ ...(await changed(good)), name: "別人" }),
  "another school": async () => ({ ...(await changed(good)), school: { code: "383699", level: "國小" } }),
  "another level": async () => ({ ...(await changed(good)), school: { code: "383601", level: "國中" } }),
  "in the roster, without an account": async () => (await enrol(service))[0]!,
  "a teacher who says so": async () => {
    const [person] = await enrol(service, 1, "teacher");
    return person!;
  },
  "a student who says teacher": async () => ({ ...(await changed(good)), role: "teacher" }),
  "an account of a teacher": () => withRoles(good, "teacher"),
  "an account of a student who is staff too": () => withRoles(good, "student", "staff"),
  "a student whom another school has as a teacher": async () => {
    const person = await changed(good);
    await enrolAsTeacher(person);
    return person;
  },
  "a second factor": () => changed({ ...good, secondFactor: "on" }),
});

const forms = {
  "reset-password": {
    ...kindsOf({}),
    disabled: () => changed(disabled),
    frozen: () => changed({ ...disabled, frozen: true }),
  },
  activate: {
    ...kindsOf(disabled),
    "in use": () => changed({}),
    frozen: () => changed({ ...disabled, frozen: true }),
    "kept disabled by a manager": () => changed({ ...disabled, selfEnable: false }),
  },
} as const satisfies Record<string, Kinds>;

const shown = ({ status, headers, body, setCookies }: Reply<"POST /api/reset-password/personal-data">) => ({
  status,
  headers,
  body: { ...body, id: "masked" },
  setCookies,
});

const refusal = {
  status: 422,
  headers: {
    "cache-control": "no-store",
    "content-type": "application/problem+json",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  },
  body: { type: "about:blank", title: "No record matches", status: 422, code: "person-not-found", id: "masked" },
  setCookies: [],
};

const steps = [
  "dynamodb.TransactWriteItems limits+once",
  ["dynamodb.Query roster", "dynamodb.BatchGetItem claims"],
  "dynamodb.BatchGetItem accounts",
  ["dynamodb.UpdateItem limits", "dynamodb.UpdateItem limits"],
];

describe.each(["reset-password", "activate"] as const)("what personal data do not open at %s (T15, SHAPE)", (form) => {
  it.each(Object.keys(forms[form]))("%s: no record matches, by the same calls", async (kind) => {
    const person = await (forms[form] as Kinds)[kind]!();
    const reply = await sendPersonalData(service.browser(), person, form, () => lane.mend());
    expect(shown(reply)).toEqual(refusal);
    expectSteps(lane.names(), steps);
    expect(await grants()).toBe(0);
  });
});

const grants = async () => (await rows.all("flows")).filter(({ kind }) => kind === "reset").length;
