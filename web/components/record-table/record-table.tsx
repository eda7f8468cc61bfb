import type { ComponentChildren } from "preact";

interface RecordTableProps {
  /** What the table is, for those who cannot see where it stands. */
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}

/**
 * Records of the same kind. On a phone each row is a card that names its cells itself. The roles are said outright, because older
 * browsers forget that a table is one when it is laid out otherwise.
 */
export function RecordTable({ caption, heads, rows }: RecordTableProps) {
  const row = { role: "row" } as const;
  return (
    <table class="records" {...{ role: "table" }}>
      <caption class="visually-hidden">{caption}</caption>
      <thead {...{ role: "rowgroup" }}>
        <tr {...row}>
          {heads.map((head) => (
            <th scope="col" {...{ role: "columnheader" }} key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...{ role: "rowgroup" }}>
        {rows.map(({ key, cells }) => (
          <tr {...row} key={key}>
            {cells.map((cell, place) => (
              <td {...{ role: "cell" }} key={heads[place]}>
                <span class="records__term" aria-hidden="true">
                  {heads[place]}
                </span>
                <span>{cell}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
