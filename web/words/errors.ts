import type { ProblemCode } from "../api.ts";
import { comingAlongErrorWords } from "./coming-along-errors.ts";
import { firstErrorWords } from "./first-errors.ts";
import type { Sentence } from "./words.ts";

/** What a person is told for each code: what is wrong, and what to do now. Never who is to blame. */
export const errorWords: Readonly<Record<ProblemCode, Sentence>> = {
  ...firstErrorWords,
  ...comingAlongErrorWords,
  "person-id-checksum": {
    "zh-TW": "這個證號的檢查碼不對，可能打錯了字。請對照證件再輸入一次。",
    en: "The check digit of this ID number is wrong, so there may be a slip. Compare it with the document and enter it again.",
  },
  "person-id-rule": {
    "zh-TW": "證號的寫法不對。請對照證件，只輸入英文字母和數字。",
    en: "The ID number is not written as one. Compare it with the document and use letters and digits only.",
  },
  "name-rule": {
    "zh-TW": "姓名空白、太長，或有姓名裡不會用的符號。請檢查後再輸入。",
    en: "The name is empty, too long, or has marks that names do not have. Check it and enter it again.",
  },
  "person-applying": {
    "zh-TW": "這個人的另一個申請正在進行。請在原來的瀏覽器完成，或 15 分鐘後再試。",
    en: "Another application of this person is under way. Finish it in the browser where it began, or try again in 15 minutes.",
  },
  "person-not-found": {
    "zh-TW": "查無資料。請檢查學校、姓名和證號是否和學校的資料一樣。",
    en: "No record matches. Check that the school, the name and the ID number are the same as the school's record.",
  },
  "person-has-account": {
    "zh-TW": "您已經有教育雲端帳號了。請直接登入。",
    en: "You already have an education cloud account. You can sign in with it.",
  },
  "registration-missing": {
    "zh-TW": "這個瀏覽器裡沒有進行中的申請。請從第一步重新開始。",
    en: "There is no application under way in this browser. Start again from the first step.",
  },
  "registration-step": {
    "zh-TW": "前面還有步驟沒有完成。請先完成它。",
    en: "An earlier step is not finished yet. Finish it first.",
  },
  "registration-expired": {
    "zh-TW": "這次申請放得太久了。請再確認一次帳號和密碼。",
    en: "The application ran out of time. Confirm the account name and password once more.",
  },
  "consent-outdated": {
    "zh-TW": "告知聲明有新的版本。請再讀一次。",
    en: "There is a newer version of the notice. Read it once more.",
  },
  "account-name-rule": {
    "zh-TW": "帳號不符合規定。請照說明修改。",
    en: "The account name does not follow the rule. Change it as described.",
  },
  "account-name-taken": {
    "zh-TW": "這個帳號已經有人使用。請換一個。",
    en: "This account name is taken. Choose another.",
  },
  "password-rule": {
    "zh-TW": "密碼不符合規定。請照說明修改。",
    en: "The password does not follow the rule. Change it as described.",
  },
  "contact-rule": {
    "zh-TW": "電子郵件或行動電話的格式不對。請檢查後再送出。",
    en: "The e-mail address or mobile number is not valid. Check it and send again.",
  },
  "code-wait": {
    "zh-TW": "驗證碼剛剛才寄出，現在還不能再寄。",
    en: "A code was sent a moment ago, so it is too soon for another.",
  },
  "code-limit": {
    "zh-TW": "今天要求驗證碼的次數太多了。請晚一點再試，或聯絡我們。",
    en: "Too many codes were asked for. Try again later, or contact us.",
  },
  "code-wrong": {
    "zh-TW": "驗證碼不對或已經失效。請檢查最新的一封，或重新傳送。",
    en: "The code is wrong or no longer valid. Check the newest message, or ask for a new code.",
  },
  "code-needs-captcha": {
    "zh-TW": "請先完成下面的驗證，再送出驗證碼。",
    en: "Complete the check below, then send the code.",
  },
  "county-off": {
    "zh-TW": "這個縣市的帳號目前還不能在這裡登入。請改用教育雲端帳號和密碼。",
    en: "Accounts of this county cannot be used here yet. Use your education cloud account and password.",
  },
  "county-round-trip": {
    "zh-TW": "這次的縣市登入已經用過、放得太久，或是從別的視窗開始的。請再登入一次。",
    en: "This county sign-in was used already, took too long, or began in another window. Sign in at the county again.",
  },
  "county-cancelled": {
    "zh-TW": "您在縣市的登入頁面按了取消，所以沒有登入。要繼續，請再試一次。",
    en: "The sign-in was cancelled on the county's page. To go on, try again.",
  },
  "county-down": {
    "zh-TW": "縣市的登入系統現在沒有回應。請過一會兒再試，或改用帳號和密碼登入。",
    en: "The county's sign-in does not answer at the moment. Try again in a while, or use your account and password.",
  },
  "county-refused": {
    "zh-TW": "縣市傳回來的資料有問題，所以沒有登入。請再試一次；還是不行，請聯絡縣市的客服窗口。",
    en: "What the county sent back could not be accepted. Try again; if it happens again, call the county's help window.",
  },
  "county-proof-missing": {
    "zh-TW": "還沒有用縣市帳號登入，或登入的時間已經過了。請先用縣市帳號登入一次。",
    en: "You have not signed in at the county yet, or it was too long ago. Sign in with your county account first.",
  },
  "county-other-person": {
    "zh-TW": "這個縣市帳號和這個教育雲端帳號不是同一個人的，不能連結。請改用您自己的帳號。",
    en: "This county account does not belong to the person of this account, so they cannot be linked. Use your own account.",
  },
  "county-linked-elsewhere": {
    "zh-TW": "這個縣市帳號已經連結到別的教育雲端帳號。不知道是哪一個，請聯絡我們。",
    en: "This county account is linked to another account already. If you do not know which, contact us.",
  },
  "account-disabled": {
    "zh-TW": "這個教育雲端帳號已經停用。您可以啟用帳號，或聯絡我們。",
    en: "This education cloud account is disabled. You can enable it, or contact us.",
  },
  "reset-grant-missing": {
    "zh-TW": "這個瀏覽器裡沒有進行中的密碼重設，或時間已經過了。請從「忘記密碼」重新開始。",
    en: "There is no password reset under way in this browser, or it ran out of time. Start again from Forgot password.",
  },
  "default-password-wrong": {
    "zh-TW": "帳號或預設密碼不對，或預設密碼已經用過、過期。請向學校拿一組新的預設密碼。",
    en: "The account or the default password is wrong, or the default password was used or has run out. Ask your school for a new one.",
  },
  "case-not-found": {
    "zh-TW": "找不到這個案件。請檢查案件編號和查詢碼。",
    en: "There is no such case. Check the number and the code.",
  },
  "not-me-link": {
    "zh-TW": "這個連結已經失效。如果您的帳號有問題，請到「聯絡我們」告訴我們。",
    en: "This link does not work any more. If something is wrong with your account, tell us at Contact us.",
  },
  "password-changed-recently": {
    "zh-TW": "密碼在 24 小時內已經改過一次。請明天再改；有急用，請聯絡我們。",
    en: "The password was changed less than 24 hours ago. Try again tomorrow; if it cannot wait, contact us.",
  },
  "re-authentication-required": {
    "zh-TW": "距離上次輸入密碼已經超過 5 分鐘。請再輸入一次密碼，確認是您本人。",
    en: "It is more than five minutes since you gave your password. Enter it again to show that it is you.",
  },
  "password-wrong": {
    "zh-TW": "目前的密碼不對。請檢查英文大小寫後再輸入一次。",
    en: "The present password is wrong. Check capital letters and enter it again.",
  },
  "two-factor-missing": {
    "zh-TW": "這個瀏覽器裡沒有進行中的登入，或時間已經過了。請重新輸入帳號和密碼。",
    en: "There is no sign-in under way in this browser, or it ran out of time. Enter your account and password again.",
  },
  "two-factor-needed": {
    "zh-TW": "這裡需要雙因子驗證。請一併輸入驗證 App 上的驗證碼；還沒有綁定，請先到「雙因子認證綁定」。",
    en: "The second factor is needed here. Enter the code of your authenticator app too; if you have none yet, go to Two-factor sign-in first.",
  },
  "two-factor-wrong": {
    "zh-TW": "驗證碼不對或已經用過。請等驗證 App 換下一組，再輸入一次。",
    en: "The code is wrong or was used already. Wait for the next one in your authenticator app and enter it.",
  },
  "two-factor-wait": {
    "zh-TW": "驗證碼錯太多次了。請等一下再試。",
    en: "There were too many wrong codes. Wait a while, then try again.",
  },
  "two-factor-state": {
    "zh-TW": "雙因子驗證的狀態已經改變，或設定的時間過了。請重新整理頁面，再做一次。",
    en: "The second factor has changed meanwhile, or setting it up took too long. Reload the page and try again.",
  },
  "contact-same": {
    "zh-TW": "這就是您現在用的聯絡方式。要修改，請輸入另一個。",
    en: "This is the contact your account has already. To change it, enter another one.",
  },
  "contact-undo-link": {
    "zh-TW": "這個連結已經用過或失效。如果不是您改的，請到「聯絡我們」告訴我們。",
    en: "This link was used already or does not work any more. If the change was not yours, tell us at Contact us.",
  },
  "interaction-missing": {
    "zh-TW": "應用服務的要求不是從這個瀏覽器開始的，或放得太久了。請回到應用服務，重新登入一次。",
    en: "The application's request did not begin in this browser, or took too long. Go back to the application and sign in again.",
  },
  "application-not-for-you": {
    "zh-TW": "這個應用服務只開放給其他身分的人使用。請回到應用服務，或選擇別的服務。",
    en: "This application is for people with another role. Go back to it, or choose another application.",
  },
};
