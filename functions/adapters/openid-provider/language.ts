/** As everywhere on the site: English for who asks for it first, else zh-TW. */
export const languageOf = (ctx: { get(name: string): string }): "zh-TW" | "en" =>
  ctx.get("accept-language").startsWith("en") ? "en" : "zh-TW";
