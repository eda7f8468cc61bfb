import type { LogoutPost, NotTold } from "../ports/logouts.ts";
import { boundedPost, type PostOptions } from "./bounded-post.ts";

/** One POST of a logout token (Back-Channel Logout 1.0 §2.5), bounded in every way (T41). Only the status of the answer says anything. */
export function logoutPost(options: PostOptions): LogoutPost {
  const post = boundedPost(options);
  return {
    async tell(address, token) {
      const answer = await post(address, {
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ logout_token: token }).toString(),
      });
      return typeof answer === "string" ? answer : whyNot(answer.status);
    },
  };
}

/** §2.8: 200 is told, and 204 as a framework says it. */
function whyNot(status: number): NotTold | undefined {
  if (status === 200 || status === 204) return undefined;
  return status >= 300 && status < 400 ? "redirected" : "answered-otherwise";
}
