import type { ComponentChildren } from "preact";

export interface SummaryItem {
  readonly term: string;
  readonly detail: ComponentChildren;
  /** A link behind the detail; `label` is what it does, the term is added for screen readers: 修改 姓名. */
  readonly change?: { readonly label: string; readonly href: string };
}

/** Terms and what is known of them: a review page, a profile, what was chosen so far. */
export function SummaryList({
  items,
  compact,
}: {
  readonly items: readonly SummaryItem[];
  readonly compact?: boolean;
}) {
  return (
    <dl class={compact ? "summary summary--compact" : "summary"}>
      {items.map(({ term, detail, change }) => (
        <div class="summary__row" key={term}>
          <dt>{term}</dt>
          <dd>
            <span>{detail}</span>
            {change && (
              <a href={change.href}>
                {change.label}
                <span class="visually-hidden"> {term}</span>
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
