import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { nameClaim } from "../../functions/adapters/claims.ts";
import { dynamo } from "../../functions/adapters/dynamo.ts";
import type { IssueReport } from "../../functions/jobs/issue-default-passwords.ts";
import { loadHandlers } from "../../lib/local/handlers.ts";
import { samplePersons } from "../../lib/local/seed/sample-persons.ts";
import { complete } from "./county-account.ts";
import { chooseAccount, consent, enterCode, identify, press, type Sample } from "./pupil.ts";
import { expectAccessible, heading, type startSite, typeCaptcha } from "./site.ts";

type Site = Awaited<ReturnType<typeof startSite>>;

const roles = { student: "學生", teacher: "教師", staff: "職員" } as const;

export interface Holder extends Sample {
  readonly accountName: string;
  readonly account: string;
  readonly email: string;
}

/** The sample roster's student (or teacher) number `which`, with an account and a proved e-mail. */
export async function holder(
  site: Site,
  accountName: string,
  which: number,
  role: keyof typeof roles = "student",
): Promise<Holder> {
  const person = samplePersons().filter((sample) => sample.role === role)[which];
  if (person === undefined) throw new Error(`there is no ${role} number ${which}`);
  const sample = { ...person, role: roles[person.role] };
  const email = `${accountName}@mail.test`;
  const page = await site.open("/");
  await identify(page, sample);
  await consent(page);
  await chooseAccount(page, accountName, email, "");
  await enterCode(page, site, email);
  await complete(page);
  await page.context().close();
  return { ...sample, accountName, account: `${accountName}@educloud.example`, email };
}

/** As after a year without a sign-in. */
export async function disable({ accountName }: Holder): Promise<void> {
  const rows = dynamo(process.env.TABLE_PREFIX ?? "");
  const claim = await rows.send(
    new GetCommand({ TableName: rows.name("claims"), Key: { claim: nameClaim(accountName) } }),
  );
  await rows.send(
    new UpdateCommand({
      TableName: rows.name("accounts"),
      Key: { userId: claim.Item?.userId },
      UpdateExpression: "SET #status = :disabled, disabledFor = :idle, disabledAt = :now",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":disabled": "DISABLED", ":idle": "idle", ":now": new Date().toISOString() },
    }),
  );
}

/** What the school hands out (M95). */
export async function defaultPasswordOf({ accountName }: Holder): Promise<string> {
  const { jobs } = await loadHandlers();
  const report = await jobs({ job: "issue-default-passwords", by: "journey", account: accountName });
  return (report as IssueReport).issued[0]?.password ?? "";
}

/** Does what makes the page ask for a fresh captcha, and waits until the page has it. */
export async function untilFreshCaptcha(page: Page, act: () => Promise<unknown>): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith("/api/captcha"));
  await act();
  await (await answered).json();
}

/** From the list of the ways to one of them. */
export async function choose(page: Page, way: string): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: way }).click();
  await heading(page, way).waitFor();
  await expectAccessible(page);
}

/** Account and captcha, 傳送認證碼, then the code that came, 開始驗證 (M45). */
export async function goByCode(page: Page, site: Site, { accountName, email }: Holder): Promise<void> {
  const before = await site.codeFor(email);
  await page.getByLabel("教育雲端帳號").fill(accountName);
  await typeCaptcha(page);
  await press(page, "傳送認證碼");
  await heading(page, "輸入驗證碼").waitFor();
  await page.getByText("如果帳號和已證明的聯絡方式都存在，驗證碼已經寄出").waitFor();
  await expectAccessible(page);
  await expect.poll(() => site.codeFor(email), { timeout: 20_000 }).not.toBe(before);
  await page.getByLabel("六位數驗證碼").fill(await site.codeFor(email));
  await press(page, "開始驗證");
}

/** 縣市 → 區域 → 學制 → 學校 → 下一步 → 姓名, ID, captcha → 下一步 (M48); `around` is what to do around the last press. */
export async function goByPersonalData(
  page: Page,
  person: Sample,
  around: (press: () => Promise<void>) => Promise<void> = (last) => last(),
): Promise<void> {
  await page.getByLabel("縣市", { exact: true }).selectOption({ label: person.county });
  await page.getByLabel("行政區", { exact: true }).selectOption({ label: person.district });
  await page.getByLabel("學制", { exact: true }).selectOption({ label: person.level });
  await page.getByLabel("學校", { exact: true }).selectOption({ label: person.school });
  await untilFreshCaptcha(page, () => press(page, "下一步"));
  await heading(page, "請輸入您的個人資料").waitFor();
  await page.getByText(person.school).waitFor();
  await page.getByLabel("姓名").fill(person.name);
  await page.getByLabel("身分證字號／居留證號／其他身分 ID").fill(person.id);
  await typeCaptcha(page);
  await expectAccessible(page);
  await around(() => press(page, "下一步"));
}

/** The last page of every way: account and name are there, the new password is typed twice (M50, M55). */
export async function setPassword(page: Page, { account, name }: Holder, button: string, password: string) {
  await heading(page, button).waitFor();
  await page.getByLabel("新密碼", { exact: true }).waitFor();
  for (const text of [account, name]) expect(await page.getByRole("main").innerText()).toContain(text);
  await page.getByLabel("新密碼", { exact: true }).fill(password);
  await page.getByLabel("再次輸入新密碼").fill(password);
  await expectAccessible(page);
  await press(page, button);
}

/** 登入 with the new password: it is the one that counts. */
export async function signInWith(page: Page, { accountName }: Holder, password: string): Promise<void> {
  await untilFreshCaptcha(page, () => press(page, "登入"));
  await heading(page, "登入").waitFor();
  await page.getByLabel("教育雲端帳號").fill(accountName);
  await page.getByLabel("密碼", { exact: true }).fill(password);
  await typeCaptcha(page);
  await press(page, "登入");
  await page.getByRole("heading", { name: "查閱個人資料" }).waitFor();
}
