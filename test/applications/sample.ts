import { type Application, type ApplicationFile, applicationFile } from "../../functions/contract/applications.ts";

/** What a file of an application holds at the least; one trouble at a time is put into it. */
export const smallest = (change: Partial<ApplicationFile> = {}): ApplicationFile => ({
  clientId: "learning-platform",
  name: { "zh-TW": "學習平台", en: "Learning platform" },
  owner: { name: "學習平台小組", contact: "learning@application.test" },
  redirectUris: ["https://learning.test/callback"],
  scopes: { openid: { "zh-TW": "認得是您", en: "To know that it is you" } },
  ...change,
});

export const applicationOf = (change: Partial<ApplicationFile> = {}): Application =>
  applicationFile.parse(smallest(change));
