import type { Launcher } from "../../../functions/contract/schemas/applications.ts";
import { named } from "../answers.ts";

/** So many entries of 介接應用服務; the second is for teachers only. */
export const launcher = (count: number): Launcher["applications"] =>
  Array.from({ length: count }, (_, place) => ({
    clientId: `app-${place}`,
    name: named(`學習平台 ${place}`, `Learning site ${place}`),
    owner: "範例教育局",
    description: named(`做作業 ${place}`, `Homework ${place}`),
    address: `https://app-${place}.example.edu.tw/`,
    ...(place === 1 ? { roles: ["teacher" as const] } : {}),
  }));
