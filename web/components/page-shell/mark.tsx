/** The mark of the service: a person whose arms are an open book. Our own drawing; the same as public/favicon.svg. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="mark__ground" width="32" height="32" rx="8" />
      <circle class="mark__figure" cx="16" cy="9" r="4" />
      <path class="mark__figure" d="M15 26.5c-2.5-2.3-5.5-3.2-9.5-3.2V13.5c4.4.1 7.5 1.2 9.5 3.4Z" />
      <path class="mark__figure" d="M17 26.5c2.5-2.3 5.5-3.2 9.5-3.2V13.5c-4.4.1-7.5 1.2-9.5 3.4Z" />
    </svg>
  );
}
