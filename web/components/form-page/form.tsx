import type { ComponentChildren } from "preact";

interface FormProps {
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

/** The one form of a page. The page checks it, not the browser. */
export function Form({ onSubmit, children }: FormProps) {
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
