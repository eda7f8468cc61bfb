import type { ProseText } from "../components/prose/prose.tsx";

/** 資訊安全管理政策: how the service is run. */
export const informationSecurityPolicyText: ProseText = {
  title: { "zh-TW": "資訊安全管理政策", en: "Information security" },
  lead: {
    "zh-TW": "這一頁說明我們管理這個服務時遵守的原則。",
    en: "This page names the principles by which we run this service.",
  },
  sections: [
    {
      heading: { "zh-TW": "目標", en: "Aims" },
      points: [
        {
          "zh-TW": "機密：只有需要的人和程式能看到資料。",
          en: "Confidentiality: only those people and programs see data that need to.",
        },
        {
          "zh-TW": "完整：資料不會被偷偷改掉，每次變更都有紀錄。",
          en: "Integrity: data is not changed unseen, and every change leaves a record.",
        },
        {
          "zh-TW": "可用：一部分壞掉時，其他部分繼續服務。",
          en: "Availability: when one part fails, the others go on.",
        },
      ],
    },
    {
      heading: { "zh-TW": "做法", en: "How" },
      points: [
        {
          "zh-TW": "每個程式只有完成工作所需的最少權限。",
          en: "Each program has the fewest rights that its work needs.",
        },
        {
          "zh-TW": "個人資料加密保存，並持續備份，可以回復到過去的時間點。",
          en: "Personal data is encrypted, and backed up so that it can be restored to an earlier moment.",
        },
        {
          "zh-TW": "安全紀錄只能新增，不能修改或刪除。",
          en: "Security records can be added, never changed or removed.",
        },
        {
          "zh-TW": "程式是公開的，每次修改都經過自動測試。",
          en: "The program is open to read, and each change passes automatic tests.",
        },
      ],
    },
    {
      heading: { "zh-TW": "發生事件時", en: "When something happens" },
      paragraphs: [
        {
          "zh-TW": "我們會先止住損害，通知受影響的人，查明原因，再公布改善的結果。",
          en: "We stop the damage first, tell the people it touches, find the cause, and then say what has been mended.",
        },
      ],
    },
  ],
};
