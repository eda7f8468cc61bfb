/** T25: how much an import takes. Sizes are bytes. */
export interface RosterLimits {
  /** One file as it arrives: an archive, or a CSV file. */
  readonly fileBytes: number;
  /** All files together once unpacked. An archive that swells past this is dropped at that point, not after. */
  readonly unpackedBytes: number;
  /** Rows of any one table. */
  readonly rows: number;
  /** Entries of an archive, of whatever kind. */
  readonly files: number;
  /** Characters of one row. */
  readonly lineLength: number;
}

const megabyte = 1024 * 1024;

export const rosterLimits: RosterLimits = {
  fileBytes: 10 * megabyte,
  unpackedBytes: 40 * megabyte,
  rows: 50_000,
  files: 200,
  lineLength: 4_000,
};
