import { appendFile, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { prepareDataFolder } from "../data-folder.ts";
import { StartUpError } from "../start-up-error.ts";
import type { OutboxMessage } from "./message.ts";

const keeps = 1_000;

const nullable = z.nullable(z.string());
const line = z.object({
  messageId: z.string(),
  channel: z.enum(["email", "sms"]),
  to: z.string(),
  from: nullable,
  subject: nullable,
  text: nullable,
  html: nullable,
  receivedAt: z.string(),
});

export type MessageFile = {
  /** Resolves when the messages are in the file. */
  add(messages: OutboxMessage[]): Promise<void>;
  /** Newest first, at most 1,000. */
  messages(): OutboxMessage[];
};

/**
 * Opens `<folder>/messages.jsonl`, one message a line, only ever appended to; when it has twice as many lines as are kept it
 * is written anew. A last line without its line break was cut off by a crash before it was answered for: it is dropped.
 * @throws StartUpError when another line is damaged or the folder cannot be written
 */
export async function openMessageFile(folder: string): Promise<MessageFile> {
  await prepareDataFolder(folder);
  const file = join(folder, "messages.jsonl");
  let kept = parse(await readIfThere(file), file).slice(-keeps);
  await rewrite(file, kept).catch((cause: unknown) => {
    throw new StartUpError(
      `The file of sent messages ${file} cannot be written: give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  });
  let lines = kept.length;
  let last: Promise<void> = Promise.resolve();

  async function write(added: OutboxMessage[]): Promise<void> {
    kept = [...kept, ...added].slice(-keeps);
    lines += added.length;
    if (lines < 2 * keeps) return appendFile(file, textOf(added));
    await rewrite(file, kept);
    lines = kept.length;
  }

  return {
    add(added) {
      const written = last.then(() => write(added));
      // One failed write must not refuse all that follow; its own caller still hears of it.
      last = written.catch(() => undefined);
      return written;
    },
    messages: () => kept.toReversed(),
  };
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw damaged(file);
  }
}

function parse(text: string, file: string): OutboxMessage[] {
  return text
    .split("\n")
    .slice(0, -1)
    .map((json) => {
      try {
        return z.parse(line, JSON.parse(json));
      } catch {
        throw damaged(file);
      }
    });
}

const damaged = (file: string) =>
  new StartUpError(`The file of sent messages ${file} is damaged: move it away or delete it, then start again.`);

const textOf = (messages: OutboxMessage[]) => messages.map((message) => `${JSON.stringify(message)}\n`).join("");

async function rewrite(file: string, messages: OutboxMessage[]): Promise<void> {
  const temporary = `${file}.new`;
  await writeFile(temporary, textOf(messages), { mode: 0o600 });
  await rename(temporary, file);
}
