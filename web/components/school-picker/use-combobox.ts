import type { TargetedKeyboardEvent } from "preact";
import { useState } from "preact/hooks";

/** The keyboard of the ARIA combobox with a list (WAI-ARIA Authoring Practices, list autocomplete with manual selection). */
export interface Combobox {
  readonly open: boolean;
  /** Place of the option under the keyboard; -1 while the hand is still in the text. */
  readonly active: number;
  show(): void;
  hide(): void;
  onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>): void;
}

/** `count` options are listed; `pick` takes the chosen one's place. Enter never sends the form while the list is open. */
export function useCombobox(count: number, pick: (place: number) => void): Combobox {
  const [wantsOpen, setWantsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const open = wantsOpen && count > 0;

  const hide = () => {
    setWantsOpen(false);
    setActive(-1);
  };
  const show = () => {
    setWantsOpen(true);
    setActive(-1);
  };
  const move = (by: number) => {
    setWantsOpen(true);
    // Past either end the mark returns to the text (place -1), as in the pattern.
    setActive((place) => ((place + 1 + by + count + 1) % (count + 1)) - 1);
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    // Keys of an input method that is still composing (注音, 倉頡) are its own.
    if (event.isComposing || event.keyCode === 229) return;
    const isMove = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (isMove && count > 0) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      const place = active >= 0 ? active : count === 1 ? 0 : -1;
      if (place < 0) return;
      pick(place);
      hide();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      hide();
    }
  };
  return { open, active: open ? active : -1, show, hide, onKeyDown };
}
