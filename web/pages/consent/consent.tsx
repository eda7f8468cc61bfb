import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { Interaction } from "../../../functions/contract/schemas/applications.ts";
import { Loading } from "../../components/loading/loading.tsx";
import { Page } from "../../components/page/page.tsx";
import { ProblemPanel } from "../../components/problem-panel/problem-panel.tsx";
import { useOwnAddress } from "../../own-address.ts";
import { signInFor } from "../../return-to.ts";
import { consentWords } from "../../words/consent.ts";
import { useSay, useWords } from "../../words/words.ts";
import { linkAddress } from "../link-legacy-account/rules/link-pages.ts";
import { AskPage } from "./ask-page.tsx";
import { BindPage } from "./bind-page.tsx";
import { GonePage } from "./gone-page.tsx";
import { NotForYouPage } from "./not-for-you-page.tsx";
import { isUid } from "./uid.ts";
import { type Interacting, useInteraction } from "./use-interaction.ts";

/** An application's request in this browser: where it leads, or what the person has to decide first (M60). */
export function Consent() {
  const { path } = useOwnAddress("/consent");
  const uid = path.split("/")[2] ?? "";
  return isUid(uid) ? <Request key={uid} uid={uid} /> : <GonePage />;
}

function Request({ uid }: { readonly uid: string }) {
  const interacting = useInteraction(uid);
  const { interaction, problem } = interacting;
  if (problem?.code === "interaction-missing") return <GonePage />;
  if (interaction) return <Needed uid={uid} interaction={interaction} interacting={interacting} />;
  return <Waiting interacting={interacting} />;
}

interface NeededProps {
  readonly uid: string;
  readonly interaction: Interaction;
  readonly interacting: Interacting;
}

function Needed({ uid, interaction, interacting }: NeededProps) {
  switch (interaction.needs) {
    case "sign-in":
      return <Elsewhere address={signInFor(`/consent/${uid}`)} interacting={interacting} />;
    case "second-factor":
      return <Elsewhere address={signInFor(`/consent/${uid}`, "second-factor")} interacting={interacting} />;
    case "bind-second-factor":
      return <BindPage uid={uid} interaction={interaction} interacting={interacting} />;
    case "not-for-you":
      return <NotForYouPage uid={uid} interaction={interaction} interacting={interacting} />;
    case "link-legacy-account": {
      const { clientId } = interaction.application;
      return (
        <Elsewhere address={linkAddress("notice", { client: clientId, interaction: uid })} interacting={interacting} />
      );
    }
    case "go-on":
      return <GoOn interaction={interaction} interacting={interacting} />;
    case "consent":
      return <AskPage uid={uid} interaction={interaction} interacting={interacting} />;
  }
}

/** To another page of ours that leads back here, in place of this one: the back button never goes between the two in a circle. */
function Elsewhere({ address, interacting }: { readonly address: string; readonly interacting: Interacting }) {
  const { route } = useLocation();
  useEffect(() => route(address, true), [route, address]);
  return <Waiting interacting={interacting} />;
}

/** Nothing is missing: on to the application at once. */
function GoOn({ interaction, interacting }: Omit<NeededProps, "uid">) {
  const words = useWords(consentWords);
  const say = useSay();
  const { decide } = interacting;
  const began = useRef(false);
  useEffect(() => {
    if (began.current) return;
    began.current = true;
    void decide("go-on");
  }, [decide]);
  const title = words.goingTo(say(interaction.application.name));
  return <Waiting interacting={interacting} title={title} onRetry={() => void decide("go-on")} />;
}

interface WaitingProps {
  readonly interacting: Interacting;
  readonly title?: string;
  readonly onRetry?: () => void;
}

function Waiting({ interacting, title, onRetry = () => void interacting.again() }: WaitingProps) {
  const words = useWords(consentWords);
  const { problem, busy } = interacting;
  return (
    <Page title={title ?? words.waiting} focusKey="waiting">
      {problem ? <ProblemPanel problem={problem} onRetry={onRetry} busy={busy} /> : <Loading lines={10} />}
    </Page>
  );
}
