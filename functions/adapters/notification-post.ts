import { eventErrors, type NotificationPost, type NotTaken } from "../ports/notifications.ts";
import { boundedPost, type Posted, type PostOptions } from "./bounded-post.ts";

/** Bytes of a refusal that are read: it is a short object, and nobody's long text is waited for. */
const longestRefusal = 2_000;

/** One POST of a security event token (RFC 8935 §2), bounded in every way (T41). */
export function notificationPost(options: PostOptions): NotificationPost {
  const post = boundedPost(options);
  return {
    async tell(address, token) {
      const answer = await post(address, {
        headers: { "content-type": "application/secevent+jwt", accept: "application/json" },
        body: token,
        reads: (status) => (status === 400 ? longestRefusal : 0),
      });
      return typeof answer === "string" ? answer : whyNot(answer);
    },
  };
}

/** §2.2: 202 is taken, and 200 or 204 as a framework says it. */
function whyNot({ status, text }: Posted): NotTaken | undefined {
  if ([200, 202, 204].includes(status)) return undefined;
  if (status === 400) return errorIn(text) ?? "answered-otherwise";
  return status >= 300 && status < 400 ? "redirected" : "answered-otherwise";
}

/** §2.3: one of the known codes; nothing else that a receiver writes gets into our logs. */
function errorIn(text: string): NotTaken | undefined {
  try {
    const { err } = JSON.parse(text) as { err?: unknown };
    return eventErrors.find((known) => known === err);
  } catch {
    return undefined;
  }
}
