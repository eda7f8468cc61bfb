import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { legacyLinkKey, legacyLinkRow } from "../../functions/adapters/legacy-links.ts";
import type { ApplicationFile } from "../../functions/contract/applications.ts";
import type { LegacyLink, LegacyProfile } from "../../functions/ports/legacy-accounts.ts";
import { userIdIn } from "../service/browser.ts";
import type { World } from "./world.ts";

const words = (text: string) => ({ "zh-TW": text, en: text });

/** The least that makes an application a legacy platform. */
export const platformOf = (id: string, more: Partial<NonNullable<ApplicationFile["legacyPlatform"]>> = {}) => ({
  id,
  name: words("數位學習服務平台"),
  hashes: ["md5" as const],
  signInEnds: "2015-02-01T00:00:00+08:00",
  help: words("02-1234-5678"),
  ...more,
});

export const platformScopes = {
  openid: words("登入"),
  profile: words("顯示您的姓名"),
  legacy: words("接上您原來的學習紀錄"),
};

/** What a legacy platform has of people, written past the function that does it. */
export function cameAlong({ service }: World) {
  const [dynamo, keys] = [tables(service.prefix), secretsManagerKeys("educloud/key-ring")];
  const at = new Date(service.clock.now()).toISOString();
  const write = async (userId: string, link: LegacyLink) => {
    const Item = await legacyLinkRow(keys, userId, link);
    await dynamo.send(new PutCommand({ TableName: dynamo.name("consents"), Item }));
  };
  type Somebody = { readonly browser: Parameters<typeof userIdIn>[0] };
  return {
    /** M82. */
    linked: ({ browser }: Somebody, platform: string, legacyAccount = "Old.Name-1") =>
      write(userIdIn(browser), { state: "linked", platform, legacyAccount, at }),
    /** M83. */
    registered: ({ browser }: Somebody, platform: string, profile: LegacyProfile) =>
      write(userIdIn(browser), { state: "registered", platform, profile, at }),
    /** As the help desk takes it back. */
    async unlinked({ browser }: Somebody, platform: string) {
      const Key = legacyLinkKey(userIdIn(browser), platform);
      await dynamo.send(new DeleteCommand({ TableName: dynamo.name("consents"), Key }));
    },
  };
}
