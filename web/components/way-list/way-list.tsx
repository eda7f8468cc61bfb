import { Icon, type IconName } from "../icon/icon.tsx";

export interface Way {
  readonly href: string;
  readonly icon: IconName;
  readonly name: string;
  /** One line on what it needs. */
  readonly about: string;
}

/** A few ways to the same end, one below the other: each as big as a thumb, with what it needs. */
export function WayList({ ways }: { readonly ways: readonly Way[] }) {
  return (
    <ul class="ways ways--list">
      {ways.map(({ href, icon, name, about }) => (
        <li key={href}>
          <a class="way" href={href}>
            <Icon name={icon} />
            <span class="way__text">
              <span class="way__name">{name} </span>
              <span class="way__about">{about}</span>
            </span>
            <Icon name="next" />
          </a>
        </li>
      ))}
    </ul>
  );
}
