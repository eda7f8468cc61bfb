/**
 * What hashes of passwords cost in a service of the tests: next to nothing, of the same kinds and with lines of the same form. Half of
 * a test would else be hashing. Their real costs, and that production has them, is the subject of `hash-costs.test.ts`.
 */
export const quickHashes = {
  /** argon2id's least (RFC 9106 §3.1), for what the functions hash. */
  slowCost: { memory: 8, passes: 1, parallelism: 1 },
  /** The logarithm of scrypt's N, for what the Cognito stand-in hashes. */
  passwordCost: 1,
} as const;
