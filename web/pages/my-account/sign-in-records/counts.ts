/** How many of the newest records may be asked for: those of the service's policy. */
export const counts = ["10", "20", "50", "100"] as const;

export const isCount = (text: string | undefined): text is (typeof counts)[number] =>
  counts.some((count) => count === text);
