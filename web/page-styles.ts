// Some pages have a style of their own.
export const accountStyle = () => import("./styles/account.css");
export const applicationsStyle = () => import("./styles/applications.css");
export const applyStyle = () => import("./styles/apply.css");
export const pictureStyle = () => import("./styles/picture.css");
export const newsStyle = () => import("./styles/news.css");
export const contactStyle = () => import("./styles/contact.css");
export const countyStyle = () => import("./styles/county.css");

/** A page with its style, which comes with it. */
export function withStyle<P>(page: Promise<P>, style: () => Promise<unknown>): Promise<P> {
  return Promise.all([page, style()]).then(([arrived]) => arrived);
}
