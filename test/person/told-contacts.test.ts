import { describe, expect, it } from "vitest";
import { toldContacts } from "../../functions/person/told-contacts.ts";

const now = 1_000;
const proved = (value: string) => ({ value, proved: true });
const prior = (channel: "email" | "sms", value: string | undefined, until = now) => ({
  channel,
  until,
  contact: value === undefined ? undefined : proved(value),
});

describe("whom a notice goes to (I5, T20)", () => {
  it("the contacts of the account, with its links, where no change may be taken back", () => {
    expect(toldContacts({ email: proved("a@m.tw"), mobile: proved("+886912345678") }, now)).toEqual({
      owners: { email: ["a@m.tw"], sms: ["+886912345678"] },
      newer: { email: [], sms: [] },
    });
  });

  it("of several changes the first contact alone has links; the others are told without, also those that are gone", () => {
    const priors = [prior("email", "a@m.tw"), prior("email", "b@m.tw"), prior("email", "c@m.tw")];
    expect(toldContacts({ email: proved("b@m.tw"), priors }, now)).toEqual({
      owners: { email: ["a@m.tw"], sms: [] },
      newer: { email: ["b@m.tw", "c@m.tw"], sms: [] },
    });
  });

  it("a contact that was added has none, and takes none from the other channel", () => {
    const priors = [prior("sms", undefined)];
    expect(toldContacts({ email: proved("a@m.tw"), mobile: proved("+886912345678"), priors }, now)).toEqual({
      owners: { email: ["a@m.tw"], sms: [] },
      newer: { email: [], sms: ["+886912345678"] },
    });
  });

  it("one that is over counts no more, and another letter case is the same mailbox (CLOCK)", () => {
    const email = proved("B@m.tw");
    expect(toldContacts({ email, priors: [prior("email", "a@m.tw", now - 1)] }, now).owners.email).toEqual(["B@m.tw"]);
    expect(toldContacts({ email, priors: [prior("email", "b@m.tw")] }, now)).toEqual({
      owners: { email: ["b@m.tw"], sms: [] },
      newer: { email: [], sms: [] },
    });
  });
});
