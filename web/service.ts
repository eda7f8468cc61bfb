/** What the operator of this installation fills in: the values here are those of the sample installation. */
export const service = {
  helpLine: { phone: "(02) 0000-0000", phoneLink: "tel:+886200000000" },
  email: "help@account.example.edu.tw",
  address: { "zh-TW": "100000 臺北市○○區○○路 1 號", en: "No. 1, ○○ Road, ○○ District, Taipei 100000" },
} as const;
