/** The steps after 同意書. They are fetched while it is read. */
export { CodeStep } from "./code-step.tsx";
export { FormStep } from "./form-step.tsx";
