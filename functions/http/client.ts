import { BlockList, isIPv4, isIPv6 } from "node:net";
import { viewerAddressHeader } from "../contract/edge-headers.ts";
import { withoutForbidden } from "../person/text.ts";
import type { Client } from "./request.ts";

/** Parses `SCHOOL_RANGES` (CIDR, comma separated). Throws on a range that is not one. */
export function schoolRanges(text: string): BlockList {
  const ranges = new BlockList();
  for (const range of text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [address = "", bits = "", ...more] = range.split("/");
    // Without a width, or with 0, it would hold every address there is: all of them a school (T05, T12).
    if (more.length > 0 || !/^[1-9][0-9]*$/.test(bits)) throw new Error(`SCHOOL_RANGES: ${range} is no address range`);
    // By its colon: Node's own expression for IPv6 takes longer to make than the rest of this function. What is neither is thrown.
    ranges.addSubnet(address, Number(bits), address.includes(":") ? "ipv6" : "ipv4");
  }
  return ranges;
}

/**
 * The client as our edge saw it: `cloudfront-viewer-address` is `<address>:<port>` and is set by the edge over whatever the
 * client sent, so `x-forwarded-for` has no say (T29).
 */
export function clientOf(headers: Record<string, string | undefined>, schools: BlockList): Client {
  const viewer = headers[viewerAddressHeader.toLowerCase()] ?? "";
  const address = viewer.slice(0, viewer.lastIndexOf(":")).replace(/^\[|\]$/g, "");
  const family = isIPv4(address) ? "ipv4" : isIPv6(address) ? "ipv6" : undefined;
  return {
    address: family === undefined ? "unknown" : address,
    network: family === "ipv6" ? `${prefixOf(address)}::/64` : family === "ipv4" ? address : "unknown",
    fromSchool: family !== undefined && schools.check(address, family),
    browser: withoutForbidden((headers["user-agent"] ?? "").slice(0, 200)),
  };
}

/** First four groups of an IPv6 address: one household or school is a /64 at least. */
function prefixOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill("0"), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
