/** The pages behind the notice's two ways. They are fetched while it is read. */
export { AccountPage } from "./account/account-page.tsx";
export { FindPassword } from "./find-password/find-password.tsx";
export { RegisterPage } from "./register/register-page.tsx";
