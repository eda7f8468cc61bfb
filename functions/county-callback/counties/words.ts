import type { CountyProfile } from "../../contract/counties.ts";

type Words = Pick<CountyProfile, "name" | "nameEn" | "button" | "help">;

/**
 * A county's names, its button (M3, M12) and its help desk. No telephone numbers: none are known from the counties
 * themselves.
 */
export function wordsFor(
  name: string,
  nameEn: string,
  own: { button?: string; desk?: string; url?: string } = {},
): Words {
  return {
    name,
    nameEn,
    button: { "zh-TW": own.button ?? `使用${name}教育單一認證帳號`, en: `Use my ${nameEn} education account` },
    help: {
      name: { "zh-TW": own.desk ?? `${name}教育帳號客服`, en: `${nameEn} account help desk` },
      ...(own.url && { url: own.url }),
    },
  };
}
