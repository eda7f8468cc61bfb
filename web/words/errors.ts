import type { ProblemCode } from "../api.ts";
import type { Sentence } from "./words.ts";

/** What a person is told for each code: what is wrong, and what to do now. Never who is to blame. */
export const errorWords: Readonly<Record<ProblemCode, Sentence>> = {
  "bad-request": {
    "zh-TW": "有些資料的格式不對。請檢查填寫的內容，再送出一次。",
    en: "Some of the details are not in the right form. Check what you entered and send it again.",
  },
  "broken-json": {
    "zh-TW": "資料在傳送途中壞掉了。請再送出一次。",
    en: "The details were damaged on the way. Send them again.",
  },
  "forbidden-character": {
    "zh-TW": "填寫的內容有不能使用的字元。請刪掉看不見的符號，或重新輸入。",
    en: "There is a character that cannot be used. Remove hidden symbols, or type the text again.",
  },
  "duplicate-parameter": {
    "zh-TW": "網址裡有重複的內容。請從首頁重新開始。",
    en: "The address repeats a part of itself. Start again from the home page.",
  },
  "not-signed-in": {
    "zh-TW": "您還沒有登入，或登入的時間已經過了。請重新登入。",
    en: "You are not signed in, or your time signed in has run out. Sign in again.",
  },
  "wrong-origin": {
    "zh-TW": "這次的要求不是從本網站送出的。請從首頁重新開始。",
    en: "This request did not come from our site. Start again from the home page.",
  },
  "wrong-csrf-token": {
    "zh-TW": "這個頁面放太久了。請重新整理頁面，再做一次。",
    en: "This page is out of date. Reload it and try again.",
  },
  "not-found": {
    "zh-TW": "找不到這個內容。請檢查網址，或回到首頁。",
    en: "There is nothing at this address. Check it, or go to the home page.",
  },
  "method-not-allowed": {
    "zh-TW": "這個網址不能這樣使用。請從首頁重新開始。",
    en: "This address cannot be used in that way. Start again from the home page.",
  },
  "too-large": {
    "zh-TW": "送出的內容太長了。請縮短以後再送出。",
    en: "What you sent is too long. Make it shorter and send it again.",
  },
  "wrong-content-type": {
    "zh-TW": "資料的格式不對。請重新整理頁面，再送出一次。",
    en: "The details came in the wrong form. Reload the page and send them again.",
  },
  "too-many-tries": {
    "zh-TW": "試的次數太多了。請等一下再試。",
    en: "There were too many tries. Wait a while, then try again.",
  },
  internal: {
    "zh-TW": "我們這邊出了問題，不是您的錯。請再試一次；還是不行，請聯絡我們。",
    en: "Something went wrong on our side. Try again; if it happens again, contact us.",
  },
  "try-again-later": {
    "zh-TW": "現在使用的人很多，服務有點忙。請過一會兒再試。",
    en: "The service is busy at the moment. Try again in a little while.",
  },
  offline: {
    "zh-TW": "連不上服務。請檢查網路，再試一次；您填的資料還在。",
    en: "We cannot reach the service. Check your connection and try again; what you typed is still here.",
  },
  "captcha-wrong": {
    "zh-TW": "驗證碼不對或過期了。已經換了新的，請再做一次。",
    en: "The captcha was wrong or too old. There is a new one: try again.",
  },
  "proof-of-work-required": {
    "zh-TW": "現在需要用「免輸入驗證」。請按下按鈕，等它完成後再送出。",
    en: "Please use the check without typing. Press its button, wait until it is done, then send again.",
  },
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
    "zh-TW": "驗證碼剛剛才寄出。請等一下再重新傳送。",
    en: "A code was sent a moment ago. Wait a little before asking again.",
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
  "sign-in-failed": {
    "zh-TW": "帳號或密碼不對，或這個帳號目前不能使用。請檢查後再試一次，並注意密碼的英文大小寫。",
    en: "The account or the password is wrong, or the account cannot be used now. Check both and try again. Capital letters matter in the password.",
  },
};
