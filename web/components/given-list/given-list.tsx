import type { Interaction } from "../../../functions/contract/schemas/applications.ts";
import { claimWords, givenWords, scopeWords } from "../../words/scopes.ts";
import { type Sentence, useSay, useWords } from "../../words/words.ts";

/** A table's own entry: a service newer than this page may know scopes and claims that this page has no words for. */
const entryOf = (table: Readonly<Record<string, Sentence>>, key: string): Sentence | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

interface GivenListProps {
  readonly scopes: Interaction["scopes"];
  /** Of the groups' headings: one below the heading above them. */
  readonly level?: 2 | 3;
}

/** What an application gets: group by group each single thing, and the application's own reason. */
export function GivenList({ scopes, level = 3 }: GivenListProps) {
  const Heading = `h${level}` as const;
  const words = useWords(givenWords);
  const say = useSay();
  const told = (table: Readonly<Record<string, Sentence>>, key: string) => {
    const entry = entryOf(table, key);
    return entry ? say(entry) : key;
  };
  return (
    <ul class="given">
      {scopes.map(({ scope, claims, reason }) => (
        <li key={scope}>
          <Heading class="given__name">{told(scopeWords, scope)}</Heading>
          <ul class="bullets">
            {scope === "offline_access" && <li>{words.offline}</li>}
            {claims.map((claim) => (
              <li key={claim}>{told(claimWords, claim)}</li>
            ))}
          </ul>
          {reason && (
            <p class="given__why">
              <b>{words.why}</b>
              {say(reason)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
