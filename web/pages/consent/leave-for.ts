/** Goes to the address the service gave, in place of this page: the back button leads to before the request. */
export function leaveFor(url: string): void {
  const { protocol, href } = new URL(url, location.href);
  if (protocol === "https:" || protocol === "http:") location.replace(href);
}
