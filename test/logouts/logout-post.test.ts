import type { LookupAddress } from "node:dns";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { isLoopbackOrigin } from "../../functions/adapters/bounded-post.ts";
import { logoutPost } from "../../functions/adapters/logout-post.ts";
import { isPublic, type LookUpAll } from "../../functions/adapters/public-addresses.ts";
import { answering, type Receiver, receiver } from "./receiver.ts";

const running: Receiver[] = [];
afterAll(() => Promise.all(running.map(({ stop }) => stop())));
async function aReceiver(answer = answering(200)) {
  const made = await receiver(answer);
  running.push(made);
  return made;
}

const asked: string[] = [];
/** A resolver that gives these addresses for every name. */
const resolving = (...addresses: string[]): LookUpAll => {
  const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  return (hostname, _options, done) => {
    asked.push(hostname);
    done(null, found);
  };
};
const tell = (address: string, options: Partial<Parameters<typeof logoutPost>[0]> = {}) =>
  logoutPost({ patience: 3, onLoopback: false, ...options }).tell(address, "a.b.c");

const internal = [
  "127.0.0.1",
  "127.9.9.9",
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "192.0.2.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::1",
  "::",
  "fe80::1",
  "fd00:ec2::254",
  "fc00::1",
  "ff02::1",
  "::ffff:10.0.0.1",
  "::ffff:127.0.0.1",
  "64:ff9b::a00:1",
  "2002:a00:1::",
  "2001:db8::1",
];

describe("where a logout token goes (T41)", () => {
  it.each(internal)("not to a name that DNS leads to %s", async (address) => {
    expect(isPublic(address)).toBe(false);
    expect(await tell("https://learning.test/logout", { lookup: resolving(address) })).toBe("internal-address");
    expect(asked.at(-1)).toBe("learning.test");
  });

  it("not to a name that leads to a public and to an internal address", async () => {
    const lookup = resolving("93.184.216.34", "10.0.0.1");
    expect(await tell("https://learning.test/logout", { lookup })).toBe("internal-address");
  });

  it.each([
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://[::ffff:7f00:1]/",
  ])("not to an internal address written as numbers: %s", async (address) => {
    expect(await tell(address, { lookup: resolving("93.184.216.34") })).toBe("internal-address");
  });

  it("not by plain http, not even here while the service itself is elsewhere", async () => {
    const { address, told } = await aReceiver();
    expect(await tell(address)).toBe("not-https");
    expect(await tell("http://learning.test/", { lookup: resolving("93.184.216.34") })).toBe("not-https");
    expect(await tell("http://learning.test/", { onLoopback: true })).toBe("not-https");
    expect(told).toEqual([]);
  });

  it("by plain http to this machine while the service is on it, and nowhere else by that name", async () => {
    const { address, told } = await aReceiver();
    expect(await tell(address, { onLoopback: true })).toBeUndefined();
    const byName = address.replace("127.0.0.1", "localhost");
    expect(await tell(byName, { onLoopback: true, lookup: resolving("10.0.0.1") })).toBe("internal-address");
    expect(told).toMatchObject([{ token: "a.b.c" }]);
  });

  it("public addresses are the rest", () => {
    for (const address of ["93.184.216.34", "8.8.8.8", "140.111.1.1", "2001:4860:4860::8888", "2400:cb00::1"])
      expect([address, isPublic(address)]).toEqual([address, true]);
  });

  it("a service on one machine is one by its own address", () => {
    expect(["http://localhost:8787", "http://127.0.0.1:1", "http://[::1]"].map(isLoopbackOrigin)).toEqual([
      true,
      true,
      true,
    ]);
    expect(["https://account.test", "https://localhost.evil.test"].map(isLoopbackOrigin)).toEqual([false, false]);
  });
});

describe("what counts as told (T41)", () => {
  const here = { onLoopback: true };

  it.each([
    [200, undefined],
    [204, undefined],
    [201, "answered-otherwise"],
    [302, "redirected"],
    [307, "redirected"],
    [400, "answered-otherwise"],
    [503, "answered-otherwise"],
  ])("%i: %s", async (status, expected) => {
    const elsewhere = await aReceiver();
    const { address } = await aReceiver(answering(status, { location: elsewhere.address }));
    expect(await tell(address, here)).toBe(expected);
    expect(elsewhere.told).toEqual([]);
  });

  it("a huge answer is not read: its connection is closed after its first line", async () => {
    const closed = Promise.withResolvers<void>();
    const { address } = await aReceiver((response) => {
      response.once("close", closed.resolve);
      response.writeHead(200, { "content-length": String(10 ** 12) });
      response.write("x".repeat(1_000_000));
    });
    expect(await tell(address, here)).toBeUndefined();
    await closed.promise;
  });

  it("an answer that never comes ends with the patience", async () => {
    const closed = Promise.withResolvers<void>();
    const { address } = await aReceiver((response) => response.once("close", closed.resolve));
    expect(await tell(address, { ...here, patience: 1 })).toBe("timeout");
    await closed.promise;
  });

  it.each([
    [
      "a change of protocol",
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n",
      "unreachable",
    ],
    ["one interim answer after the other", "HTTP/1.1 102 Processing\r\n\r\n".repeat(9), "timeout"],
    ["no HTTP", "what?\r\n\r\n", "unreachable"],
  ])("%s is no answer, and its connection is closed (T41)", async (_, written, expected) => {
    const closed = Promise.withResolvers<void>();
    const server = createServer((socket: Socket) => {
      socket.once("error", () => undefined).once("close", () => closed.resolve());
      socket.once("data", () => socket.write(written));
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    expect(await tell(`http://127.0.0.1:${port}/`, { ...here, patience: 2 })).toBe(expected);
    await closed.promise;
    await once(server.close(), "close");
  });

  it("a name that nobody answers for, and a port that nobody listens at", async () => {
    const lookup: LookUpAll = (_hostname, _options, done) =>
      done(Object.assign(new Error("no"), { code: "ENOTFOUND" }), []);
    expect(await tell("https://learning.test/", { lookup })).toBe("unreachable");
    const { address, stop } = await receiver();
    await stop();
    expect(await tell(address, here)).toBe("unreachable");
  });
});
