import type { SentTo } from "../../../words/code.ts";

/** Not asked more often than this, and not after `patience`, in ms. */
export const between = 5_000;
export const patience = 120_000;

const final: ReadonlySet<SentTo["state"]> = new Set(["delivered", "bounced", "rejected", "not-sent"]);

/** Whether nothing more will become known of any of the messages. */
export function allFinal(sentTo: readonly SentTo[]): boolean {
  return sentTo.every(({ state }) => final.has(state));
}

/** What is shown: each contact as it was when the code went out, with the news of its channel. */
export function withNews(sentTo: readonly SentTo[], news: readonly SentTo[]): SentTo[] {
  return sentTo.map((to) => news.find(({ channel }) => channel === to.channel) ?? to);
}
