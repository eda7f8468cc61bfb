/** So many are told at once of one application, which may be small. */
const atOnce = 10;

/** Each application on its own, so that none waits for another that hangs (T41). `work` does not throw. */
export async function eachReceiver<T>(
  due: readonly T[],
  receiverOf: (item: T) => string | undefined,
  work: (item: T) => Promise<void>,
): Promise<void> {
  await Promise.all([...Map.groupBy(due, receiverOf).values()].map((own) => eachOf(own, work)));
}

/** In order, so many at once. `work` does not throw. */
export async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
