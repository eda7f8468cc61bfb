import { useOwnAddress } from "../../own-address.ts";
import { type Choice, readChoice, writeChoice } from "./rules/choice.ts";

/** The choice in the address. Changing it replaces the address, so that one press of the browser's back button leaves the page. */
export function useChoice(): [choice: Choice, choose: (choice: Choice) => void] {
  const { query, path, route } = useOwnAddress("/apply");
  return [readChoice(query), (choice) => route(path + writeChoice(choice), true)];
}
