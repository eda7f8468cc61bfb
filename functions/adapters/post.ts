import type { Post } from "../ports/messages.ts";
import { loadedLater } from "./loaded-later.ts";

/** Mail and SMS, with the clients of SES and SNS loaded at the first message. */
export const awsPost = (from: string, sender: string | undefined): Post =>
  loadedLater<Post>(["mail", "sms"], () => import("./aws-post.ts").then(({ sesAndSns }) => sesAndSns(from, sender)));
