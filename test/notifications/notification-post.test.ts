import type { LookupAddress } from "node:dns";
import type { ServerResponse } from "node:http";
import { afterAll, describe, expect, it } from "vitest";
import { notificationPost } from "../../functions/adapters/notification-post.ts";
import type { LookUpAll } from "../../functions/adapters/public-addresses.ts";
import { answering, type Receiver, receiver } from "../logouts/receiver.ts";

const running: Receiver[] = [];
afterAll(() => Promise.all(running.map(({ stop }) => stop())));
async function aReceiver(answer = answering(202)) {
  const made = await receiver(answer);
  running.push(made);
  return made;
}

const resolving = (...addresses: string[]): LookUpAll => {
  const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  return (_hostname, _options, done) => done(null, found);
};
const tell = (address: string, options: Partial<Parameters<typeof notificationPost>[0]> = {}) =>
  notificationPost({ patience: 3, onLoopback: true, ...options }).tell(address, "a.b.c");

/** RFC 8935 2.3: a refusal, as a receiver writes it. */
const refusing =
  (text: string, status = 400) =>
  (response: ServerResponse) =>
    response.writeHead(status, { "content-type": "application/json" }).end(text);
const refusal = (err: string) => refusing(JSON.stringify({ err, description: "wang123 A123456789" }));

describe("an event on its way (RFC 8935 §2.1)", () => {
  it("is posted as what it is, and asks for JSON", async () => {
    const { address, told } = await aReceiver();
    expect(await tell(address)).toBeUndefined();
    expect(told).toEqual([
      { method: "POST", contentType: "application/secevent+jwt", accept: "application/json", token: "a.b.c" },
    ]);
  });

  it.each([
    [202, undefined],
    [200, undefined],
    [204, undefined],
    [201, "answered-otherwise"],
    [301, "redirected"],
    [307, "redirected"],
    [401, "answered-otherwise"],
    [503, "answered-otherwise"],
  ])("%i: %s", async (status, expected) => {
    const elsewhere = await aReceiver();
    const { address } = await aReceiver(answering(status, { location: elsewhere.address }));
    expect(await tell(address)).toBe(expected);
    expect(elsewhere.told).toEqual([]);
  });
});

describe("a refusal (RFC 8935 §2.3)", () => {
  it.each(["invalid_request", "invalid_key", "invalid_issuer", "invalid_audience", "authentication_failed"])(
    "%s is known",
    async (err) => {
      const { address } = await aReceiver(refusal(err));
      expect(await tell(address)).toBe(err);
    },
  );

  it.each([
    ["a code of its own", refusal("wang123")],
    ["what is no text", refusing('{"err":["invalid_key"]}')],
    ["no object", refusing("null")],
    ["no JSON", refusing("<html>invalid_key</html>")],
    ["a known code with another status", refusing('{"err":"invalid_key"}', 403)],
    ["nothing", refusing("")],
  ])("%s is not repeated", async (_, answer) => {
    const { address } = await aReceiver(answer);
    expect(await tell(address)).toBe("answered-otherwise");
  });

  it("that is huge is read no further than its beginning, and its connection is closed", async () => {
    const closed = Promise.withResolvers<void>();
    const { address } = await aReceiver((response) => {
      response.once("close", closed.resolve);
      response.writeHead(400, { "content-length": String(10 ** 12) });
      response.write(`{"err":"invalid_key","description":"${"x".repeat(1_000_000)}`);
    });
    expect(await tell(address)).toBe("answered-otherwise");
    await closed.promise;
  });

  it("that never ends ends with the patience", async () => {
    const closed = Promise.withResolvers<void>();
    const { address } = await aReceiver((response) => {
      response.once("close", closed.resolve);
      response.writeHead(400).write("{");
    });
    expect(await tell(address, { patience: 1 })).toBe("timeout");
    await closed.promise;
  });
});

describe("where an event does not go (T41)", () => {
  it.each([
    ["to a name that DNS leads inside", "https://platform.test/", { lookup: resolving("10.0.0.1") }],
    ["to a name that leads inside too", "https://platform.test/", { lookup: resolving("93.184.216.34", "fd00::1") }],
    ["to the metadata of the machine", "https://169.254.169.254/", { lookup: resolving("93.184.216.34") }],
  ])("%s", async (_, address, options) => {
    expect(await tell(address, { ...options, onLoopback: false })).toBe("internal-address");
  });

  it("by plain http, but to this machine while the service is on it", async () => {
    const { address, told } = await aReceiver();
    expect(await tell(address, { onLoopback: false })).toBe("not-https");
    expect(await tell("http://platform.test/", { lookup: resolving("93.184.216.34") })).toBe("not-https");
    expect(told).toEqual([]);
  });

  it("a receiver that does not answer is given up after the patience", async () => {
    const { address } = await aReceiver(() => undefined);
    expect(await tell(address, { patience: 0.05 })).toBe("timeout");
  });
});
