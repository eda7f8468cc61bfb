import { day, hour, minute, type Window } from "./policy-parts.ts";

/** 其他, and who comes from a legacy platform. */
export const comingAlong = {
  /**
   * M20: link and registration live `life`, a code as every code. `tries`: wrong passwords, then it is worth nothing any more.
   */
  publicRegistration: {
    life: day,
    tries: 5,
    perClient: { seconds: hour, most: 10 } as Window,
    perSchoolClient: { seconds: hour, most: 300 } as Window,
  },
  /** In seconds, `nameWithin`: what no row names by then is removed; `removeAfter`: when the job looks for what is named no more. */
  pictures: {
    nameWithin: hour,
    removeAfter: minute,
    perClient: { seconds: hour, most: 20 } as Window,
    perSchoolClient: { seconds: hour, most: 300 } as Window,
    perOwner: { seconds: day, most: 10 } as Window,
  },
  /**
   * M80–M86. Tries are an old account's own (T01, T43) and, for one person's guesses over many old accounts, `perPerson`. `mailsPerAccount`:
   * one-use passwords of one old account, whoever asks (T13), in every window wherever it begins. `events`: an
   * application is told again after twice the wait each time, for some three days. `hint`: C5.
   */
  legacy: {
    freeTries: 5,
    firstWait: 30,
    longestWait: 15 * minute,
    triesUntilReset: 100,
    perPerson: { seconds: day, most: 30 } as Window,
    findsPerPerson: { seconds: day, most: 5 } as Window,
    mailsPerAccount: { seconds: day, most: 5 } as Window,
    oneUsePassword: { length: 10, life: day },
    hint: true,
    events: { patience: 3, attempts: 13, backoff: minute },
  },
};
