import { useRef, useState } from "preact/hooks";
import type { Devices } from "../../../../functions/contract/schemas/my-account.ts";
import { call } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { usePress } from "../../../use-press.ts";
import { devicesWords } from "../../../words/my-devices.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { ShownOwn } from "../shown-own.tsx";
import { useOwn } from "../use-own.ts";
import { DeviceCard } from "./device-card.tsx";

/** 登入中的裝置: each with browser, address and times; end one, or all others. */
export function MyDevices() {
  const words = useWords(devicesWords);
  const own = useOwn("GET /api/my-account/devices", "/my-account/devices");
  const press = usePress();
  const proof = useProofAgain();
  const [ended, setEnded] = useState<number>();
  const said = useRef<HTMLParagraphElement>(null);

  const end = (ids: "others" | string[]) =>
    press.submit([], async () => {
      setEnded(undefined);
      const outcome = await proof.freshly(() => call("POST /api/my-account/devices/end", { ids }));
      if (outcome && !outcome.ok) return { problem: outcome.problem };
      await own.retry();
      if (outcome) setEnded(outcome.answer.ended);
      // What was pressed is gone with its device.
      said.current?.focus();
      return undefined;
    });
  return (
    <AccountFrame title={words.title} lead={words.lead} press={press} proof={proof}>
      <p class={ended === undefined ? "visually-hidden" : "devices__said"} role="status" tabIndex={-1} ref={said}>
        {ended !== undefined && words.ended(ended)}
      </p>
      <ShownOwn own={own} lines={10}>
        {({ devices }) => <List devices={devices} busy={press.busy} onEnd={(ids) => void end(ids)} />}
      </ShownOwn>
    </AccountFrame>
  );
}

interface ListProps extends Devices {
  readonly busy: boolean;
  readonly onEnd: (ids: "others" | string[]) => void;
}

function List({ devices, busy, onEnd }: ListProps) {
  const words = useWords(devicesWords);
  const now = Date.now();
  const inOrder = [...devices].sort(
    (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  );
  const hasOthers = devices.some(({ current }) => !current);
  return (
    <>
      <ul class="devices">
        {inOrder.map((device) => (
          <DeviceCard key={device.id} device={device} now={now} busy={busy} onEnd={() => onEnd([device.id])} />
        ))}
      </ul>
      {!hasOthers && <p>{words.only}</p>}
      <div class="actions">
        {hasOthers && (
          <Button kind="primary" busy={busy} onClick={() => onEnd("others")}>
            {words.endOthers}
          </Button>
        )}
        <ButtonLink href="/my-account/password">{words.password}</ButtonLink>
      </div>
      <p class="muted">{words.signOutHere}</p>
    </>
  );
}
