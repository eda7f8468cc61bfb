import { expect } from "vitest";
import type { Cell } from "./cells.ts";
import type { RegistrationLane } from "./registration-lane.ts";

/** What somebody with an account does with one press of a button, and how it must end whatever fails. */
export interface OnePress<Who, Reply extends { readonly status: number }> {
  start(at: RegistrationLane): Promise<Who>;
  /** Undefined when no answer ever came (the handler crashed). */
  press(at: RegistrationLane, who: Who): Promise<Reply | undefined>;
  /** The jobs a good while later. */
  sweep(at: RegistrationLane): Promise<void>;
  /** `told`: the answer that said it is done, if one came. */
  expectEnd(at: RegistrationLane, who: Who, told: Reply | undefined, label: string): Promise<void>;
}

/** With one fault, and a second press where the first came to nothing: told done, and done. */
export async function pressedAgain<Who, Reply extends { readonly status: number }>(
  at: RegistrationLane,
  { start, press, sweep, expectEnd }: OnePress<Who, Reply>,
  { cell, fault }: Cell,
): Promise<void> {
  const who = await start(at);
  const armed = at.lane.fault(fault);
  const first = await press(at, who);
  const last = first?.status === 200 ? first : await press(at, who);
  expect(armed.struck(), cell).toBeGreaterThan(0);
  expect(last?.status, cell).toBe(200);
  at.lane.mend();
  await sweep(at);
  await expectEnd(at, who, last, cell);
}

/** With one fault, and nobody presses again. */
export async function goneAway<Who, Reply extends { readonly status: number }>(
  at: RegistrationLane,
  { start, press, sweep, expectEnd }: OnePress<Who, Reply>,
  { cell, fault }: Cell,
): Promise<void> {
  const who = await start(at);
  const armed = at.lane.fault(fault);
  const reply = await press(at, who);
  expect(armed.struck(), cell).toBeGreaterThan(0);
  at.lane.mend();
  await sweep(at);
  await expectEnd(at, who, reply?.status === 200 ? reply : undefined, cell);
}

/** What a press came to; undefined when no answer ever came (the handler crashed). */
export async function pressOn<T>(at: RegistrationLane, route: string, press: () => Promise<T>): Promise<T | undefined> {
  at.lane.during = route;
  const reply = await press();
  const crashed = at.lane.crashed;
  at.lane.crashed = false;
  return crashed ? undefined : reply;
}
