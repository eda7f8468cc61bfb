export const usage = `用法 / Usage:
  npm run audit -- verify 2026-11-21

  重讀這一天（世界標準時間）的稽核紀錄與雜湊鏈，指出被改過、不見或沒有串接的紀錄。
  Reads the audit records of that day (UTC) and their chains again, and names what was changed, is gone or was never linked.

  資料 / Data: DATA_DIR（預設 / default .local），服務開著或關著都可以 / whether the service runs or not.
  結束碼 / Exit code: 0 完整 / whole, 1 不完整 / broken, 2 用法錯誤 / wrong use, 3 無法讀取 / could not be read`;

/** The day that was typed, or undefined when it is not to be understood. */
export function readDay(typed: readonly string[]): string | undefined {
  const [verb, day = "", ...more] = typed;
  if (verb !== "verify" || more.length > 0 || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const at = Date.parse(day);
  // The 31st of a month that has 30 days is read as the next month's first.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : day;
}
