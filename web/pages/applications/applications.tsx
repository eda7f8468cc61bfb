import { useCallback, useEffect, useState } from "preact/hooks";
import type { Launcher } from "../../../functions/contract/schemas/applications.ts";
import { call, type Problem } from "../../api.ts";
import { ApplicationMark } from "../../components/application-mark/application-mark.tsx";
import { Loading } from "../../components/loading/loading.tsx";
import { Page } from "../../components/page/page.tsx";
import { ProblemPanel } from "../../components/problem-panel/problem-panel.tsx";
import { TextField } from "../../components/text-field/text-field.tsx";
import { applicationWords, launcherWords, rolesOf } from "../../words/applications.ts";
import { useSay, useWords } from "../../words/words.ts";
import { applicationsWith } from "./applications-with.ts";

/** So many are looked over at a glance; more want a field to search them by. */
const glance = 12;

/** 介接應用服務 (M32): the connected applications, each a card that leads there. */
export function Applications() {
  const words = useWords(launcherWords);
  const [entries, setEntries] = useState<Launcher["applications"]>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const load = useCallback(async () => {
    setBusy(true);
    const outcome = await call("GET /api/applications");
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) setEntries(outcome.answer.applications);
  }, []);
  useEffect(() => void load(), [load]);
  return (
    <Page title={words.title} lead={words.lead} wide>
      {problem && <ProblemPanel problem={problem} onRetry={() => void load()} busy={busy} />}
      {!problem && !entries && <Loading lines={12} />}
      {!problem && entries && <Entries entries={entries} />}
    </Page>
  );
}

function Entries({ entries }: { readonly entries: Launcher["applications"] }) {
  const words = useWords(launcherWords);
  const [search, setSearch] = useState("");
  const found = applicationsWith(search, entries);
  return (
    <>
      {entries.length > glance && (
        <div class="form launcher-search">
          <TextField id="search" label={words.search} hint={words.searchHint} value={search} onInput={setSearch} />
          <p role="status">{search.trim() !== "" && words.found(found.length)}</p>
        </div>
      )}
      {entries.length === 0 && <p>{words.none}</p>}
      <ul class="launcher">
        {found.map((entry) => (
          <Entry key={entry.clientId} entry={entry} />
        ))}
      </ul>
      <p>
        {words.missing}{" "}
        <a class="tap" href="/contact-us">
          {words.contactUs}
        </a>
      </p>
    </>
  );
}

function Entry({ entry }: { readonly entry: Launcher["applications"][number] }) {
  const words = useWords(launcherWords);
  const ofApplications = useWords(applicationWords);
  const say = useSay();
  const { clientId, name, owner, description, address, logo, roles } = entry;
  return (
    <li class="launcher__card">
      <ApplicationMark name={say(name)} logo={logo} />
      <div class="launcher__text">
        <h2>
          <a href={address} aria-describedby={`${clientId}-about`}>
            {say(name)}
          </a>
        </h2>
        <p id={`${clientId}-about`}>{say(description)}</p>
        <p class="launcher__who">{ofApplications.owner(owner)}</p>
        <p class="launcher__who">{roles ? words.only(say(rolesOf(roles))) : words.everybody}</p>
      </div>
    </li>
  );
}
