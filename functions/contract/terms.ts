/** Version of the 個資蒐集告知聲明同意書 that the site shows; an application with an older one is asked to read again (M15). */
export const termsVersion = "2026-11-01";
/** M15: under this age the guardian's reading and consent is asked for (the manual's own number). */
export const guardianUnderAge = 20;
