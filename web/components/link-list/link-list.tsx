interface Link {
  readonly href: string;
  readonly label: string;
  /** A file and no page of the site: the router does not take it for one. */
  readonly isFile?: boolean;
}

/** Where one may read on, a few links in a row. */
export function LinkList({ links }: { readonly links: readonly Link[] }) {
  return (
    <ul class="follow">
      {links.map(({ href, label, isFile = false }) => (
        <li key={href}>
          <a class="tap" href={href} target={isFile ? "_top" : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
