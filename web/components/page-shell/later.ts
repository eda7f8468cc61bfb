/** What the frame has beside the page itself. */
export { MaintenanceBanner } from "../maintenance-banner/maintenance-banner.tsx";
export { Footer } from "./footer.tsx";
