import type { ComponentChildren } from "preact";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";
import { Icon } from "../icon/icon.tsx";

interface NoticeProps {
  readonly kind?: "info" | "success" | "warning";
  /** Default: 提醒, 完成 or 注意, so that the colour is never the only sign. */
  readonly heading?: string;
  /** True for what appears after the page was read: a screen reader then says it. */
  readonly announce?: boolean;
  readonly children: ComponentChildren;
}

export function Notice({ kind = "info", heading, announce, children }: NoticeProps) {
  const words = useWords(partWords);
  const headings = { info: words.noticeInfo, success: words.noticeSuccess, warning: words.noticeWarning };
  return (
    <div class={`notice notice--${kind}`} role={announce ? "status" : undefined}>
      <Icon name={kind === "success" ? "check" : kind === "warning" ? "alert" : "info"} />
      <div>
        <p class="notice__heading">{heading ?? headings[kind]}</p>
        {children}
      </div>
    </div>
  );
}
