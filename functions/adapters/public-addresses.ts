import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** As `dns.lookup` with `all`. */
export type LookUpAll = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The name leads, or one of its addresses does, to where nothing of ours is sent: this machine, a private or a special network. */
export class InternalAddressError extends Error {}

/** IPv4 that is not the public Internet (IANA IPv4 Special-Purpose Address Registry), as network and prefix. */
const special: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** Of IPv6 only the global unicast addresses are public; these of them are not, or hide an IPv4 address. */
const special6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const [refused, refused6, global6, loopback] = [new BlockList(), new BlockList(), new BlockList(), new BlockList()];
for (const [network, prefix] of special) refused.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of special6) refused6.addSubnet(network, prefix, "ipv6");
global6.addSubnet("2000::", 3, "ipv6");
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !refused.check(address, "ipv4");
  return isIP(address) === 6 && global6.check(address, "ipv6") && !refused6.check(address, "ipv6");
}

export const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && loopback.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");

/**
 * A `lookup` for a connection: what it gives is what is connected to, so that a name cannot lead elsewhere between the check and the
 * connection. One address that is not `allowed` refuses the name, whatever the others are.
 */
export function lookUpOnly(allowed: (address: string) => boolean, lookup: LookUpAll = systemLookup): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses = []) => {
      const [first] = addresses;
      if (error) return done(error, "", 0);
      if (first === undefined || !addresses.every(({ address }) => allowed(address)))
        return done(new InternalAddressError("a name leads to an internal address"), "", 0);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}
