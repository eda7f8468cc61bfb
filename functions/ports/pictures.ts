/**
 * Pictures of people, as WebP made by us, by an id of 128 random bits. Whoever knows the id is shown the picture, by one read and no look at
 * an account; so the id of a registration's picture is told to nobody, not even to who sent it, until the account is active and its
 * `Profile.picture` has it. What leads to no account is removed by the job that ends the registration.
 */
export interface Pictures {
  /** The bytes, or undefined. */
  find(id: string): Promise<Uint8Array | undefined>;
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Twice is no error. */
  remove(id: string): Promise<void>;
}

/** A picture that is to go, and how it came to that: nobody named it in time (`STORING`), or its owner's row names it no more. */
export interface UnnamedPicture {
  readonly key: string;
  readonly id: string;
  readonly status: "STORING" | "REMOVING";
}

/**
 * What tells of every object that no owner's row names: noted before it is stored, and in the write that takes its name away. So whatever
 * breaks off, no picture of a person is left for good.
 */
export interface UnnamedPictures {
  /** Keys of what is noted and past its time, from one shard of the sparse index. */
  overdue(shard: number): Promise<readonly string[]>;
  /** From now on no owner's row can name it. Undefined when one does by now, or somebody else is at it. */
  fence(key: string): Promise<UnnamedPicture | undefined>;
  /** It is removed. One that was STORING stays due for one more look. */
  free(picture: UnnamedPicture): Promise<void>;
}

export type PictureProblem = "type" | "size" | "broken";

/** Makes a picture anew from its pixels: upright, square from the middle, small, without metadata. Never the bytes that came. */
export interface PictureMaker {
  /** Refusals are what is wrong with it. */
  make(bytes: Uint8Array): Promise<{ ok: true; webp: Uint8Array } | { ok: false; problem: PictureProblem }>;
}

/** An account is the owner under the epoch of the session that asks: a reset ends what is under way (I7). */
export type PictureOwner = AccountOwner | { readonly flowId: string };
export interface AccountOwner {
  readonly userId: string;
  readonly epoch: number;
}

/** Whose a picture is: an account's, or that of a registration that waits. */
export interface PictureOwners {
  /**
   * Counts one more upload, before any work, and notes the id under which it will be stored; false past `policy.pictures`, of the network
   * (`client`, a keyed hash) or of the owner.
   */
  reserve(
    owner: PictureOwner,
    id: string,
    from: { readonly client: string; readonly fromSchool: boolean },
  ): Promise<boolean>;
  /**
   * Puts what was reserved in the place of the one before, which is noted to be removed and given back, so that it is removed at once; an
   * account's with its audit record. `ended`: there is no such account, active and of this epoch, or registration, PENDING, any more.
   * Throws "try again" when the job has given the picture up.
   */
  keep(owner: PictureOwner, id: string | undefined): Promise<{ before?: string } | "ended">;
}
