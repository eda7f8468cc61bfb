/** Line drawings of our own on a 24 × 24 grid. Always beside a text, so always hidden from screen readers. */
const paths = {
  eye: "M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  "eye-off":
    "M4 4l16 16M9.5 5.8A9.9 9.9 0 0 1 12 5.5c6.4 0 10 6.5 10 6.5a17 17 0 0 1-3 3.7M6 7.6A16.5 16.5 0 0 0 2 12s3.6 6.5 10 6.5c1.6 0 3-.4 4.2-1",
  speaker: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  renew: "M20 6v5h-5M19.5 11A8 8 0 1 0 20 14",
  check: "M5 12.5l4.5 4.5L19 7.5",
  dot: "M12 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2Z",
  back: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  down: "M6 9l6 6 6-6",
  alert: "M12 4l9 16H3ZM12 10v4.5M12 17v.5",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5V8",
  person: "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 21c.5-4.5 3.5-7 7.5-7s7 2.5 7.5 7",
  "person-plus":
    "M10 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM2.5 21c.5-4.5 3.5-7 7.5-7 1.8 0 3.4.5 4.7 1.5M18 14v7M14.5 17.5h7",
  enter: "M10 4h8a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-8M4 12h10M10.5 8l4 4-4 4",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18",
  mail: "M3 6h18v12H3ZM3.5 7l8.5 6.5L20.5 7",
  pencil: "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5ZM13.5 7l3.5 3.5",
  phone: "M7 2.5h10v19H7ZM11 18.5h2",
  key: "M8 19a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM10.9 12.1L19.5 3.5M16 7l3 3",
  school: "M3 20h18M5.5 20V9.5L12 5l6.5 4.5V20M10 20v-5h4v5",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.800M12 16.5v.5",
} as const;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as IconName[];

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
