import type { Devices } from "../../../../functions/contract/schemas/my-account.ts";
import { Button } from "../../../components/button/button.tsx";
import { Moment } from "../../../components/moment/moment.tsx";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { devicesWords } from "../../../words/my-devices.ts";
import { useWords } from "../../../words/words.ts";

interface DeviceCardProps {
  readonly device: Devices["devices"][number];
  /** ms since 1970 */
  readonly now: number;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

/** One browser that is signed in. The one this page is open in is left by 登出. */
export function DeviceCard({ device, now, busy, onEnd }: DeviceCardProps) {
  const words = useWords(devicesWords);
  const title = `device-${device.id}`;
  return (
    <li class={device.current ? "device device--current" : "device"}>
      <h2 id={title}>
        <span translate={false}>{device.browser}</span>
        {device.current && <span class="state state--good">{words.current}</span>}
      </h2>
      <SummaryList
        items={[
          { term: words.address, detail: <span translate={false}>{device.address}</span> },
          { term: words.startedAt, detail: <Moment iso={device.startedAt} now={now} /> },
          { term: words.lastSeenAt, detail: <Moment iso={device.lastSeenAt} now={now} /> },
        ]}
        compact
      />
      {!device.current && (
        <Button onClick={onEnd} busy={busy} describedBy={title}>
          {words.end}
        </Button>
      )}
    </li>
  );
}
