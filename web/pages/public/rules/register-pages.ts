import type { PublicRegistration } from "../../../../functions/contract/schemas/public-registration.ts";

/** The pages of 其他會員註冊, each at its address below `/public/register`. */
export const registerAddresses = {
  consent: "/public/register",
  form: "/public/register/form",
  code: "/public/register/code",
  done: "/public/register/done",
} as const;
export type RegisterPage = keyof typeof registerAddresses;

/** Steps the person goes through; `done` is none. */
export const registerSteps: readonly RegisterPage[] = ["consent", "form", "code"];

export function pageAt(path: string): RegisterPage {
  const known = Object.entries(registerAddresses).find(([, address]) => address === path);
  return (known?.[0] ?? "consent") as RegisterPage;
}

/** The page to show when `wanted` is asked for: itself, or the one that comes first. `gone`: nothing waits in this browser. */
export function registerPageToShow(
  wanted: RegisterPage,
  agreed: boolean,
  step: PublicRegistration["step"],
): RegisterPage | "gone" {
  if (wanted === "consent") return "consent";
  if (wanted === "form") return agreed ? "form" : "consent";
  if (step === "none") return "gone";
  return step === "done" ? "done" : "code";
}
