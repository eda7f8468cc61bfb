/** A notice that cannot be published: the file, and what is wrong with it. It stops the build. */
export class NoticeError extends Error {
  constructor(file: string, ...sentences: readonly string[]) {
    super(`web/notices/${file}: ${sentences.join("; ")}.`);
    this.name = "NoticeError";
  }
}
