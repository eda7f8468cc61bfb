import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { Icon } from "../icon/icon.tsx";
import { Button, ButtonLink } from "./button.tsx";

export const examples: Examples = {
  component: "button",
  states: [
    { name: "primary", Show: () => <Button kind="primary">{useWords(exampleWords).next}</Button> },
    { name: "secondary", Show: () => <Button>{useWords(exampleWords).next}</Button> },
    { name: "quiet", Show: () => <Button kind="quiet">{useWords(exampleWords).next}</Button> },
    {
      name: "busy",
      Show: () => (
        <Button kind="primary" busy>
          {useWords(exampleWords).next}
        </Button>
      ),
    },
    { name: "disabled", Show: () => <Button disabled>{useWords(exampleWords).next}</Button> },
    {
      name: "with an icon",
      Show: () => (
        <Button>
          <Icon name="renew" />
          {useWords(exampleWords).next}
        </Button>
      ),
    },
    {
      name: "link, in a row of actions",
      Show: () => (
        <div class="actions">
          <ButtonLink kind="primary" href="/">
            {useWords(exampleWords).next}
          </ButtonLink>
          <ButtonLink href="/">{useWords(exampleWords).other}</ButtonLink>
        </div>
      ),
    },
  ],
};
