import type { OwnerAddresses } from "../ports/cases.ts";

/** Every owner reads at the service desk, which hands on by the owner that the mail names, until schools and counties have addresses here. */
export const serviceDesk = (mail: string): OwnerAddresses => ({ of: async () => mail });
