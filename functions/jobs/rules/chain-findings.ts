import type { AuditKey, ChainLink } from "../../ports/audit-chain.ts";

/** What is not as it was written, and where. */
export interface ChainFinding {
  readonly kind: /** The record says something else than when it was linked. */
    | "record-changed"
    | "record-gone"
    /** Written, and in no chain. */
    | "record-not-linked"
    /** The link does not go with the one before, or not with itself. */
    | "link-changed"
    | "link-gone"
    /** The end of the chain is missing: a later day follows a link that is not there. */
    | "end-gone";
  readonly chain: string;
  readonly number?: number;
  readonly of?: AuditKey;
}

/** The links of a chain as read in their order, and what the hash of each must be. What the first one follows is not looked at here. */
export function linkFindings(chain: string, links: readonly ChainLink[], hashes: readonly string[]): ChainFinding[] {
  return links.flatMap((link, index) => {
    const before = index === 0 ? undefined : links[index - 1];
    const expected = (before?.number ?? 0) + 1;
    const gone = Array.from(
      { length: link.number - expected },
      (_, step): ChainFinding => ({ kind: "link-gone", chain, number: expected + step }),
    );
    const isWhole = link.hash === hashes[index];
    const goesOn = before === undefined || gone.length > 0 || link.previous === before.hash;
    if (isWhole && goesOn) return gone;
    return [...gone, { kind: "link-changed", chain, number: link.number, of: link.of }];
  });
}

/**
 * What the records of one subject are now (entry → digest), against its links in the chain of that day. `isDue`: whether a record was
 * written so long ago that it must be linked.
 */
export function recordFindings(
  chain: string,
  links: readonly ChainLink[],
  found: ReadonlyMap<string, string>,
  isDue: (entry: string) => boolean,
): ChainFinding[] {
  const linked = new Set(links.map(({ of }) => of.entry));
  const subject = links[0]?.of.subject ?? "";
  const changed = links.flatMap(({ number, of, digest }): ChainFinding[] => {
    const now = found.get(of.entry);
    if (now === undefined) return [{ kind: "record-gone", chain, number, of }];
    return now === digest ? [] : [{ kind: "record-changed", chain, number, of }];
  });
  const unlinked = [...found.keys()].filter((entry) => !linked.has(entry) && isDue(entry));
  return [
    ...changed,
    ...unlinked.map((entry): ChainFinding => ({ kind: "record-not-linked", chain, of: { subject, entry } })),
  ];
}
