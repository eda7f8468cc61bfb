interface ApplicationMarkProps {
  /** In the language of the page: its first character stands in for a logo. */
  readonly name: string;
  /** A picture as a data address. */
  readonly logo?: string | undefined;
}

/** The logo of an application, or else its first character. Always beside its name, so hidden from screen readers. */
export function ApplicationMark({ name, logo }: ApplicationMarkProps) {
  if (logo) return <img class="application-mark" src={logo} alt="" width="48" height="48" />;
  return (
    <span class="application-mark application-mark--letter" aria-hidden="true">
      {[...name][0]}
    </span>
  );
}
