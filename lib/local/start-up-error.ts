/**
 * The service cannot start on this machine for a reason its operator can mend. The message is one whole sentence that says
 * what is wrong and what to do; `bin/local.ts` prints it alone, without a stack, and exits with code 1.
 */
export class StartUpError extends Error {
  override readonly name = "StartUpError";
}
