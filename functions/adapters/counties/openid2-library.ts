import { AsyncLocalStorage } from "node:async_hooks";
import type openid from "openid";
import type { Done, Provider } from "openid";
import transport, { type Answered } from "openid/http.js";

type Library = typeof openid;

/** What the library may do on one call's behalf. What is not given is refused: nothing leaves this process by itself. */
export interface LibraryCall {
  readonly get?: (address: string) => Promise<Response>;
  readonly post?: (address: string, form: URLSearchParams) => Promise<Response>;
  /** Who may assert this claimed id. */
  readonly provider?: (claimedId: string) => Provider | undefined;
}

const calls = new AsyncLocalStorage<LibraryCall & { readonly fail: (error: unknown) => void }>();

let loaded: Promise<Library> | undefined;

/**
 * The library fetches by `openid/http.js`: without an end, without a bound, wherever a redirect leads. It takes the two functions of
 * that module when it is loaded itself, so they are replaced first, once; each request then finds the call it belongs to.
 */
async function load(): Promise<Library> {
  transport.get = (address, _unused, answered) => send((call) => call.get?.(address), answered);
  transport.post = (address, form, answered) =>
    send((call) => call.post?.(address, new URLSearchParams(form)), answered);
  const { default: library } = await import("openid");
  // What was discovered is told by the call. On the way back the library would otherwise fetch the claimed id it was handed, an
  // address of a stranger's choosing; an error here stops it.
  library.loadDiscoveredInformation = (claimedId, done) => {
    const provider = calls.getStore()?.provider?.(claimedId);
    if (provider === undefined) done({ message: "not a claimed id of this county" });
    else done(null, provider);
  };
  library.saveDiscoveredInformation = (_claimedId, _provider, done) => done(null);
  return library;
}

function send(ask: (call: LibraryCall) => Promise<Response> | undefined, answered: Answered): void {
  const call = calls.getStore();
  if (call === undefined) throw new Error("the library asks outside a call");
  const request = ask(call) ?? Promise.reject(new Error("the library may not ask this"));
  // A request that fails ends the call: the library's own ways on (HTML, host-meta) only ask the same again.
  request
    .then(async (answer) => answered(await answer.text(), Object.fromEntries(answer.headers), answer.status))
    .catch(call.fail);
}

/** One question to the library. Throws what the call's own functions throw, or an Error in the library's words. */
export async function askLibrary<T>(call: LibraryCall, ask: (library: Library, done: Done<T>) => void): Promise<T> {
  loaded ??= load();
  const library = await loaded;
  return new Promise((resolve, reject) => {
    const done: Done<T> = (error, result) => {
      if (error || result === undefined || result === null) reject(new Error(error?.message ?? "no result"));
      else resolve(result);
    };
    calls.run({ ...call, fail: reject }, () => ask(library, done));
  });
}
