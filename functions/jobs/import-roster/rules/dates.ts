const taipei = 8 * 60 * 60 * 1000;

/** The calendar day in Taiwan (UTC+8, no summer time) as `YYYY-MM-DD`. */
export function dayInTaiwan(now: Date): string {
  return new Date(now.getTime() + taipei).toISOString().slice(0, 10);
}

/**
 * Where a day stands against a role's dates; a blank date is no bound. Systems differ on whether the role is still held on `endDate`
 * itself: here it is, because a day too long harms nobody and a day too short locks a pupil out.
 */
export function standing(today: string, begin: string, end: string): "before" | "during" | "after" | "unreadable" {
  if (
    ![begin, end].every((date) => date === "" || /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/.test(date))
  ) {
    return "unreadable";
  }
  if (end !== "" && end < today) return "after";
  return begin !== "" && begin > today ? "before" : "during";
}
