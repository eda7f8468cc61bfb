import type { ComponentChildren } from "preact";

type Kind = "primary" | "secondary" | "quiet";

interface Looks {
  /** One primary button a page: the next step. `quiet` looks like a link. */
  readonly kind?: Kind;
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly describedBy?: string;
}

interface ButtonProps extends Looks {
  readonly type?: "button" | "submit";
  readonly onClick?: () => void;
  /** True while the service works on it: said to screen readers, a second press does nothing, the focus stays. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
}

const classOf = (kind: Kind = "secondary") => `button button--${kind}`;

/** A thing to press that does something here. `disabled` keeps the focus, so nobody is thrown to the top of the page. */
export function Button({ kind, children, id, describedBy, type = "button", onClick, busy, disabled }: ButtonProps) {
  const off = busy || disabled;
  return (
    <button
      type={type}
      id={id}
      class={classOf(kind)}
      aria-disabled={off ? "true" : undefined}
      aria-busy={busy ? "true" : undefined}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (off) return event.preventDefault();
        onClick?.();
      }}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere. */
export function ButtonLink({ kind, children, id, describedBy, href }: Looks & { readonly href: string }) {
  return (
    <a href={href} id={id} class={classOf(kind)} aria-describedby={describedBy}>
      {children}
    </a>
  );
}
