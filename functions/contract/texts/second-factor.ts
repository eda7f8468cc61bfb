import type { MessageKind } from "../messages.ts";
import type { Texts } from "./text.ts";

type FactorKind = Extract<
  MessageKind,
  "second-factor-changed" | "recovery-code-used" | "recovery-codes-renewed" | "second-factor-guessed"
>;

/** 雙因子驗證 (M63): who did not do it has lost the password already, so both say what to do at once. */
export const secondFactorTexts: Texts<FactorKind> = {
  "second-factor-changed": {
    "zh-TW": ({ account, now }) => ({
      subject: now === "on" ? "您的教育雲端帳號啟用了雙因子驗證" : "您的教育雲端帳號解除了雙因子綁定",
      paragraphs: [
        now === "on"
          ? `教育雲端帳號 ${account} 已啟用雙因子驗證。從現在起，登入時除了密碼，還要輸入驗證 App 的驗證碼。`
          : `教育雲端帳號 ${account} 已解除雙因子綁定，其他裝置上的登入都已經結束。從現在起，登入只需要密碼。`,
        now === "on"
          ? "請把備援碼收在安全的地方：手機遺失時，要用備援碼登入。"
          : "如果是您本人辦理的，不需要再做什麼。",
        "如果不是您本人辦理的，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們。",
      ],
      sms:
        now === "on"
          ? "您的教育雲端帳號已啟用雙因子驗證。若非您本人，請立即聯絡學校或客服。"
          : "您的教育雲端帳號已解除雙因子綁定，登入只需要密碼。若非您本人，請立即聯絡學校或客服。",
    }),
    en: ({ account, now }) => ({
      subject:
        now === "on"
          ? "Two-factor sign-in is on for your education cloud account"
          : "Two-factor sign-in is off for your education cloud account",
      paragraphs: [
        now === "on"
          ? `The education cloud account ${account} now has a second factor. From now on, signing in asks for the code of your authenticator app besides the password.`
          : `The second factor of the education cloud account ${account} was taken away, and every sign-in on other devices has ended. From now on, the password alone signs in.`,
        now === "on"
          ? "Keep the recovery codes in a safe place: without your phone, one of them signs you in."
          : "If it was you, there is nothing more to do.",
        "If it was not you, tell your school at once, or tell us at Contact us on our site.",
      ],
      sms:
        now === "on"
          ? "Your education account now has a second factor. Not you? Tell your school or the help desk at once."
          : "The second factor of your education account is off: the password alone signs in. Not you? Tell your school or the help desk at once.",
    }),
  },
  "recovery-code-used": {
    "zh-TW": ({ account, left }) => ({
      subject: "有人用備援碼通過了雙因子驗證",
      paragraphs: [
        `有人以密碼和一組備援碼，通過了教育雲端帳號 ${account} 的雙因子驗證。這組備援碼不能再用，還剩 ${left} 組。`,
        "如果是您本人，請記得找回手機，或到「雙因子認證綁定」產生新的備援碼。",
        "如果不是您本人，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們，並更換密碼。",
      ],
      sms: `您的教育雲端帳號剛剛使用了一組雙因子驗證備援碼，還剩${left}組。若非您本人，請立即聯絡學校或客服。`,
    }),
    en: ({ account, left }) => ({
      subject: "A recovery code of your education cloud account was used",
      paragraphs: [
        `Somebody with the password used a recovery code in place of the authenticator app for the education cloud account ${account}. That code works no more; ${left} are left.`,
        "If it was you, find your phone again, or make new recovery codes at Two-factor sign-in.",
        "If it was not you, tell your school at once, or tell us at Contact us on our site, and change your password.",
      ],
      sms: `A recovery code of your education account was used; ${left} are left. Not you? Tell your school or the help desk at once.`,
    }),
  },
  "recovery-codes-renewed": {
    "zh-TW": ({ account }) => ({
      subject: "您的教育雲端帳號產生了新的備援碼",
      paragraphs: [
        `教育雲端帳號 ${account} 剛剛產生了新的雙因子驗證備援碼，以前的備援碼都不能再用。`,
        "如果是您本人辦理的，請把新的備援碼收在安全的地方。",
        "如果不是您本人辦理的，請立即通知您的學校，或到本服務網站的「聯絡我們」告訴我們，並更換密碼。",
      ],
      sms: "您的教育雲端帳號產生了新的雙因子驗證備援碼。若非您本人，請立即聯絡學校或客服。",
    }),
    en: ({ account }) => ({
      subject: "New recovery codes for your education cloud account",
      paragraphs: [
        `New recovery codes were made for the education cloud account ${account}. The old ones work no more.`,
        "If it was you, keep the new ones in a safe place.",
        "If it was not you, tell your school at once, or tell us at Contact us on our site, and change your password.",
      ],
      sms: "New recovery codes were made for your education account. Not you? Tell your school or the help desk at once.",
    }),
  },
  "second-factor-guessed": {
    "zh-TW": ({ account }) => ({
      subject: "有人一直輸入錯誤的雙因子驗證碼",
      paragraphs: [
        `有人用正確的密碼登入教育雲端帳號 ${account}，但是一直輸入錯誤的驗證碼，還沒有登入成功。`,
        "如果是您本人，請稍候再試，或改用備援碼。",
        "如果不是您本人，表示別人知道您的密碼，請立即更換密碼，並通知您的學校，或到本服務網站的「聯絡我們」告訴我們。",
      ],
      sms: "有人知道您的教育雲端帳號密碼，正在猜驗證碼。若非您本人，請立即更換密碼並聯絡學校或客服。",
    }),
    en: ({ account }) => ({
      subject: "Somebody is guessing the code of your education cloud account",
      paragraphs: [
        `Somebody gave the right password of the education cloud account ${account} and then many wrong codes. Nobody was signed in by them.`,
        "If it was you, wait a little and try again, or use a recovery code.",
        "If it was not you, somebody knows your password: change it at once, and tell your school, or tell us at Contact us on our site.",
      ],
      sms: "Somebody knows your education account's password and guesses its code. Not you? Change it and tell your school at once.",
    }),
  },
};
