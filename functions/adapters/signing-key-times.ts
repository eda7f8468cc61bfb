import type { Policy } from "../contract/policy.ts";

export const signingAlgorithms = ["RS256", "ES256"] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** When a key signs; epoch milliseconds. It is published from `madeAt` to `endsAt`. */
export interface KeyTimes {
  readonly alg: SigningAlgorithm;
  readonly madeAt: number;
  readonly signsFrom: number;
  /** Set once the next one is made. */
  readonly endsAt?: number;
}

/** Those that must be published now, the one that signs now first for each algorithm. */
export function inOrder<K extends KeyTimes>(keys: readonly K[], now: number): readonly K[] {
  const published = keys.filter(({ endsAt }) => endsAt === undefined || now < endsAt);
  const signing = signingAlgorithms.flatMap((alg) => {
    const begun = published.filter((key) => key.alg === alg && key.signsFrom <= now);
    return begun.toSorted((one, other) => other.signsFrom - one.signsFrom).slice(0, 1);
  });
  return [...signing, ...published.filter((key) => !signing.includes(key))];
}

/**
 * T37: what stays, with its end where the next one takes over, and which algorithms need a new key, that signs from `signsFrom` on. A key
 * is published a while before it signs, and after it for as long as a session and the caches of others live: an ID token is a hint
 * (`id_token_hint`) for as long as the session it was given in.
 */
export function keysDue<K extends KeyTimes>(
  keys: readonly K[],
  now: number,
  { oidc, session }: Pick<Policy, "oidc" | "session">,
): { readonly kept: readonly K[]; readonly due: readonly SigningAlgorithm[]; readonly signsFrom: number } {
  const early = oidc.early * 1_000;
  const due = signingAlgorithms.filter((alg) => {
    const newest = Math.max(...keys.filter((key) => key.alg === alg).map(({ signsFrom }) => signsFrom));
    return now >= newest + oidc.rotate * 1_000 - early;
  });
  // The first of all signs at once: nobody has anything in a cache yet.
  const signsFrom = keys.length === 0 ? now : now + early;
  const after = (Math.max(oidc.idToken, session.absolute) + oidc.keysCached) * 1_000;
  const kept = keys
    .filter(({ endsAt }) => endsAt === undefined || now < endsAt)
    .map((key) => (key.endsAt === undefined && due.includes(key.alg) ? { ...key, endsAt: signsFrom + after } : key));
  return { kept, due, signsFrom };
}
