import { useState } from "preact/hooks";
import { ApplicationHeading } from "../../../components/application-mark/application-heading.tsx";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { GivenList } from "../../../components/given-list/given-list.tsx";
import { Moment } from "../../../components/moment/moment.tsx";
import { authorizationWords } from "../../../words/authorizations.ts";
import { useSay, useWords } from "../../../words/words.ts";
import type { Authorization } from "./applications.tsx";

interface AuthorizationListProps {
  readonly list: readonly Authorization[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosenChange: (chosen: ReadonlySet<string>) => void;
  readonly onRevoke: () => void;
}

/** 勾選, with the names and their count above, then 取消授權. */
export function AuthorizationList({ list, chosen, onChosenChange, onRevoke }: AuthorizationListProps) {
  const words = useWords(authorizationWords);
  const say = useSay();
  const [attempt, setAttempt] = useState(0);
  const ticked = list.filter(({ clientId }) => chosen.has(clientId));
  const isMissing = attempt > 0 && ticked.length === 0;
  const tick = (clientId: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(clientId);
    else next.delete(clientId);
    onChosenChange(next);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (ticked.length > 0) return onRevoke();
    setAttempt((count) => count + 1);
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ErrorSummary errors={isMissing ? [{ id: idOf(list[0]), text: words.chooseFirst }] : []} attempt={attempt} />
      <div class="chosen" role="status">
        <p>{words.chosen(ticked.length)}</p>
        {ticked.length > 0 && <p class="chosen__names">{ticked.map(({ name }) => say(name)).join(words.comma)}</p>}
      </div>
      <fieldset class="authorizations">
        <legend class="visually-hidden">{words.list}</legend>
        {list.map((entry) => (
          <Entry
            key={entry.clientId}
            entry={entry}
            ticked={chosen.has(entry.clientId)}
            onTick={(on) => tick(entry.clientId, on)}
          />
        ))}
      </fieldset>
      <div class="actions">
        <Button kind="primary" type="submit">
          {words.revoke}
        </Button>
        <ButtonLink href="/contact-us">{words.contactUs}</ButtonLink>
      </div>
    </form>
  );
}

const idOf = (entry: Authorization | undefined): string => `tick-${entry?.clientId}`;

interface EntryProps {
  readonly entry: Authorization;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
}

function Entry({ entry, ticked, onTick }: EntryProps) {
  const words = useWords(authorizationWords);
  const id = idOf(entry);
  return (
    <div class="authorization">
      <div class="choice choice--check">
        <input type="checkbox" id={id} checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
        <label for={id}>
          <ApplicationHeading application={entry} />
        </label>
      </div>
      <p class="authorization__when">
        {words.grantedAt}
        <Moment iso={entry.grantedAt} now={Date.now()} />
      </p>
      <details class="authorization__given">
        <summary>{words.what}</summary>
        <GivenList scopes={entry.scopes} level={2} />
      </details>
    </div>
  );
}
