/** What the service makes of an address like ours. */
export const isUid = (text: string): boolean => /^[\w-]{1,64}$/.test(text);
