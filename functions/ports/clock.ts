/** The only source of time: epoch milliseconds. Everything else takes time as a value. */
export interface Clock {
  now(): number;
}
