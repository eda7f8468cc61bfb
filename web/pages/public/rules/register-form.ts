import type { DetailsForm } from "./details-check.ts";

/** What 其他會員註冊 asks for (M20, M15). Blank is not typed or not chosen. */
export interface RegisterForm extends DetailsForm {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly again: string;
  readonly age: "" | "adult" | "guardian";
}

export const emptyForm: RegisterForm = {
  email: "",
  name: "",
  password: "",
  again: "",
  nickname: "",
  phone: "",
  gender: "none",
  age: "",
};
