type Port = Record<string, (...given: never[]) => Promise<unknown>>;

/**
 * A port whose adapter, with its SDK client, is loaded at the first call: it stays out of the cold start of every other request
 * (performance goal 4). `methods` are the port's own.
 */
export function loadedLater<P extends object>(methods: readonly (keyof P & string)[], load: () => Promise<P>): P {
  let loaded: Promise<P> | undefined;
  const call =
    (method: keyof P & string) =>
    async (...given: never[]) => {
      loaded ??= load();
      return ((await loaded) as Port)[method]?.(...given);
    };
  return Object.fromEntries(methods.map((method) => [method, call(method)])) as P;
}
