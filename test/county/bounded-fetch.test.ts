import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { boundedFetch, mayBeAsked } from "../../functions/adapters/counties/bounded-fetch.ts";
import { troubleOf } from "./code-flow-world.ts";

const url = "https://op.example.tw/x";
const get = { method: "GET" } as const;

/** A fetch of at most 100 bytes and `patience` seconds, over what answers in the county's place. */
const over = (answer: (url: string, init: RequestInit) => Promise<Response> | Response, patience = 10) =>
  boundedFetch({ patience, largest: 100, fetch: async (asked, init) => answer(asked, init) });

const answering = (...given: ConstructorParameters<typeof Response>) => over(() => new Response(...given));

/** Never settles but by the signal, as a socket that stays silent. */
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason));
  });

describe("one answer of a county", () => {
  it("is passed on with status, headers and body; what was sent goes out as it was given", async () => {
    let sent: unknown;
    const fetch = over((asked, { method, headers, body, redirect }) => {
      sent = { asked, method, headers, body, redirect };
      return new Response("told", { status: 404, headers: { "x-a": "1" } });
    });
    const answer = await fetch(url, { method: "POST", headers: { accept: "*/*" }, body: "a=1" }, false);
    expect(sent).toEqual({ asked: url, method: "POST", headers: { accept: "*/*" }, body: "a=1", redirect: "manual" });
    expect([answer.status, answer.headers.get("x-a"), await answer.text()]).toEqual([404, "1", "told"]);
  });

  it("may be as large as allowed, and no byte larger, packed or not", async () => {
    const [fits, larger] = ["x".repeat(100), "x".repeat(101)];
    expect(await (await answering(fits)(url, get, false)).text()).toBe(fits);
    expect(await (await answering(gzipSync(fits))(url, get, false)).text()).toBe(fits);
    expect(await troubleOf(answering(larger)(url, get, false))).toBe("down: too-large");
    expect(await troubleOf(answering(gzipSync(larger))(url, get, false))).toBe("down: too-large");
  });

  it("that never ends is cut off where it became too large", async () => {
    let cut = false;
    const endless = new ReadableStream({
      pull: (stream) => stream.enqueue(new Uint8Array(60)),
      cancel: () => {
        cut = true;
      },
    });
    expect(await troubleOf(answering(endless)(url, get, false))).toBe("down: too-large");
    expect(cut).toBe(true);
  });

  it("must have begun, and ended, within the patience for it", async () => {
    const silent = over((_asked, { signal }) => untilAborted(signal as AbortSignal), 0.2);
    expect(await troubleOf(silent(url, get, false))).toBe("down: timeout");
    const dripping = over((_asked, { signal }) => {
      const pull = () => untilAborted(signal as AbortSignal);
      return new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(1)), pull }));
    }, 0.2);
    expect(await troubleOf(dripping(url, get, false))).toBe("down: timeout");
  });

  it("ends when the asker gives up", async () => {
    const asker = new AbortController();
    const silent = over((_asked, { signal }) => {
      asker.abort();
      return untilAborted(signal as AbortSignal);
    });
    expect(await troubleOf(silent(url, { ...get, signal: asker.signal }, false))).toBe("down: timeout");
  });

  it.each([301, 302, 303, 307, 308, 304])("that redirects (%i) goes nowhere", async (status) => {
    expect(await troubleOf(answering(null, { status, headers: { location: "/y" } })(url, get, false))).toBe(
      "down: redirected",
    );
  });

  it.each([204, 205])("may have no body (%i)", async (status) => {
    expect(await (await answering(null, { status })(url, get, false)).text()).toBe("");
  });

  it("that begins as gzip and is none is of no use", async () => {
    const broken = Uint8Array.from([0x1f, 0x8b, 1, 2, 3]);
    expect(await troubleOf(answering(broken)(url, get, false))).toBe("down: garbled");
    expect(await troubleOf(answering(gzipSync("told").subarray(0, 12))(url, get, false))).toBe("down: garbled");
  });

  it("that cannot be had is a trouble of the county, not an error of ours", async () => {
    const failing = over(() => Promise.reject(new TypeError("fetch failed")));
    expect(await troubleOf(failing(url, get, false))).toBe("down: unreachable");
  });
});

describe("a county that changes the protocol", () => {
  it("gave no answer, and its connection is closed (T05)", async () => {
    const closed = Promise.withResolvers<void>();
    const server = createServer((socket: Socket) => {
      socket.once("error", () => undefined).once("close", () => closed.resolve());
      socket.once("data", () =>
        socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"),
      );
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const fetch = boundedFetch({ patience: 1, largest: 100 });
    expect(await troubleOf(fetch(`http://127.0.0.1:${port}/`, get, true))).toMatch(/^down: (unreachable|timeout)$/);
    await closed.promise;
    await once(server.close(), "close");
  });
});

describe("which addresses may be asked", () => {
  it.each([
    "http://op.example.tw/",
    "http://127.0.0.1.example.tw/",
    "http://localhost.example.tw/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://0.0.0.0/",
    "ftp://op.example.tw/",
    "file:///etc/passwd",
    "data:text/plain,x",
    "//op.example.tw/",
    "",
  ])("never %s", async (address) => {
    const asked = over(() => new Response("told"));
    for (const test of [true, false]) {
      expect(mayBeAsked(address, test)).toBe(false);
      expect(await troubleOf(asked(address, get, test))).toBe("down: not-https");
    }
  });

  it.each([
    "http://localhost:8080/",
    "http://127.0.0.1/",
    "http://127.1.2.3:1/",
    "http://[::1]:8080/",
    "http://2130706433/",
  ])("%s, this machine itself, in tests only", (address) => {
    expect([mayBeAsked(address, true), mayBeAsked(address, false)]).toEqual([true, false]);
  });

  it("https anywhere", () => expect(mayBeAsked("https://op.example.tw:8443/x?y", false)).toBe(true));
});
