import type { Channel } from "../../functions/contract/messages.ts";
import type { Policy } from "../../functions/contract/policy.ts";
import type { CodeSubject, SendRequest } from "../../functions/ports/challenges.ts";
import type { Memory } from "./memory.ts";

const hour = 3_600;
const day = 86_400;

/** What a code that is to be sent must pass (T08, T12, T13). */
export function sendLimits({ limits }: Memory, { code: rules }: Policy) {
  const budget = { seconds: day, most: rules.smsPerDay };
  const prefixOf = (mobile: string) => `prefix ${mobile.slice(0, "+886912345".length)}`;

  const emailFits = ({ email, account }: CodeSubject, now: number) => {
    if (limits.fits(`to ${email?.toLowerCase()}`, rules.perAddress, now)) return true;
    const isFirst = limits.noted(`account ${account}`, hour, now) === 0;
    return isFirst && limits.noted(`to ${email?.toLowerCase()}`, day, now) < rules.sharedAddressPerDay;
  };
  const mobileFits = (mobile: string, now: number) =>
    limits.fits(`to ${mobile}`, [rules.perMobile], now) &&
    !limits.isFull(prefixOf(mobile), rules.perMobilePrefix, now) &&
    !limits.isFull("sms of the day", budget, now);

  return {
    /** Nothing may go out at all: too many wrong codes, or too many sends of the client. */
    isShut({ account, flow }: CodeSubject, { client, fromSchool }: SendRequest, now: number): boolean {
      const perClient = fromSchool ? rules.perSchoolClient : rules.perClient;
      return (
        (!flow && limits.inARow(account) > rules.wrongInARow - rules.tries) ||
        limits.isFull(`wrong codes of ${account}`, rules.wrongPerAccount, now) ||
        limits.isFull(`client ${client}`, perClient, now)
      );
    },
    /** The ways that are still open; undefined when the account itself is at its limit. */
    open(subject: CodeSubject, now: number): Channel[] | undefined {
      const { account, email, mobile } = subject;
      if (!limits.fits(`account ${account}`, rules.perAccount, now)) return undefined;
      const channels: Channel[] = [];
      if (email !== undefined && emailFits(subject, now)) channels.push("email");
      if (mobile !== undefined && mobileFits(mobile, now)) channels.push("sms");
      return channels;
    },
    count(subject: CodeSubject, { client, fromSchool }: SendRequest, channels: Channel[], now: number): void {
      const { account, email, mobile = "" } = subject;
      limits.note(`account ${account}`, now);
      limits.count(`client ${client}`, (fromSchool ? rules.perSchoolClient : rules.perClient).seconds, now);
      if (channels.includes("email")) limits.note(`to ${email?.toLowerCase()}`, now);
      if (!channels.includes("sms")) return;
      limits.note(`to ${mobile}`, now);
      limits.count(prefixOf(mobile), rules.perMobilePrefix.seconds, now);
      limits.count("sms of the day", budget.seconds, now);
    },
  };
}
