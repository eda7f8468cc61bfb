/** Two years, what the preload list of browsers asks. */
export const strictTransportSeconds = 2 * 365 * 24 * 60 * 60;

/** Everything a page loads is the site's own: no third party, no inline script, no frame, no form that leaves (T22, T23, T50). */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** The headers of every answer of the site, in the cloud and wherever else it is served (OWASP ASVS 5.0 3.4.1–3.4.6). */
export const siteHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "strict-transport-security": `max-age=${strictTransportSeconds}; includeSubDomains`,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
} as const;
