import type { RouteKey } from "../../functions/contract/routes.ts";
import type { Browser, Reply } from "../service/browser.ts";
import { apply, codeSentTo, goodPassword, type Person } from "../service/people.ts";
import type { RegistrationLane } from "./registration-lane.ts";

export const steps = ["identity", "consent", "account", "send", "check", "complete"] as const;
export type Step = (typeof steps)[number];

export const routeOf = {
  identity: "POST /api/register/identity",
  consent: "POST /api/register/consent",
  account: "POST /api/register/account",
  send: "POST /api/verify-code/send",
  check: "POST /api/verify-code/check",
  complete: "POST /api/register/complete",
} as const satisfies Record<Step, RouteKey>;

/** What a press of a step's button came to; undefined when no answer ever came (the handler crashed). */
export type Pressed = Reply<(typeof routeOf)[Step]> | undefined;

export interface Outcome {
  readonly done: boolean;
  /** Where it ended, and how. */
  readonly step: Step;
  readonly status: number | undefined;
  readonly code: string | undefined;
  /** Presses after the first one, over all steps. */
  readonly repeats: number;
}

/** A person at one browser who goes through the application's steps and may press a button again when it failed. */
export class Applicant {
  browser: Browser;
  readonly person: Person;
  readonly accountName: string;
  readonly email: string;
  readonly mobile: string;
  password = goodPassword;
  #at: RegistrationLane;

  constructor(at: RegistrationLane, person: Person, accountName = at.freshName()) {
    this.#at = at;
    this.browser = at.browser();
    this.person = person;
    this.accountName = accountName;
    this.email = `${accountName}.${at.service.random(4)}@mail.test`;
    this.mobile = at.mobile();
  }

  /** Presses once; `times` at the same moment when the finger is quick. The browser takes the cookies of answers that came. */
  async press(step: Step, times = 1): Promise<Pressed[]> {
    const { lane } = this.#at;
    const attempt = `press-of-${this.accountName}-0123456789`;
    const tabs = Array.from({ length: times }, () => this.browser.copy());
    const presses = await Promise.all(tabs.map((tab) => this.#call(step, tab, attempt)));
    const answered = lane.crashed ? -1 : presses.findIndex(({ status }) => status === 200);
    if (answered >= 0) this.browser = tabs[answered]!;
    return presses.map((reply) => (lane.crashed ? undefined : reply));
  }

  async #call(step: Step, tab: Browser, attempt: string): Promise<NonNullable<Pressed>> {
    const { lane, service } = this.#at;
    lane.during = routeOf[step];
    if (step === "identity") return apply.identity(tab, this.person);
    if (step === "consent") return apply.consent(tab);
    if (step === "send") return apply.send(tab);
    if (step === "complete") return apply.complete(tab, this.password);
    const { accountName, email, mobile, password } = this;
    if (step === "account") return apply.account(tab, { accountName, email, mobile, password });
    return apply.check(tab, codeSentTo(service, email), attempt);
  }

  /** Goes on from `from` until done, or until a button failed `patience` times; what the service says is wrong is not pressed again. */
  async goOn(patience: number, from: Step = "identity"): Promise<Outcome> {
    let repeats = 0;
    for (const step of steps.slice(steps.indexOf(from))) {
      for (let press = 1; ; press += 1) {
        if (step === "check") await this.mailArrives();
        const [reply] = await this.press(step);
        const said = { step, status: reply?.status, code: reply?.body.code };
        if (reply?.status === 200) break;
        // A code is on its way already: the person types that one.
        if (reply?.body.code === "code-wait") break;
        const isOurFault = reply === undefined || reply.status >= 500;
        this.#at.lane.crashed = false;
        if (!isOurFault || press > patience) return { done: false, ...said, repeats };
        repeats += 1;
      }
    }
    return { done: true, step: "complete", status: 200, code: undefined, repeats };
  }

  /** Waits for the code: what was not sent at once is swept up a minute later. */
  async mailArrives(): Promise<void> {
    const { service } = this.#at;
    for (let sweep = 0; sweep < 3 && service.sent(this.email).length === 0; sweep += 1) {
      service.clock.advanceBy({ seconds: 121 });
      await this.#at.job("send-messages").catch(() => undefined);
    }
  }
}
