/**
 * The header by which a function knows that a request came through our edge (T29). Not `x-edge-…`: CloudFront refuses to add
 * headers of that prefix, `x-amz-…` and a few others.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html
 */
export const edgeSecretHeader = "x-origin-secret";

/** `<address>:<port>` of whoever connected to the edge; CloudFront sets it over whatever the client sent (T29). */
export const viewerAddressHeader = "CloudFront-Viewer-Address";

/** What a function reads of a request. A policy takes ten names at most; cookies and the query have settings of their own. */
export const forwardedHeaders = [
  viewerAddressHeader,
  "Accept-Language",
  "Content-Type",
  "Origin",
  "User-Agent",
  "X-CSRF-Token",
] as const;

/** What the OpenID provider reads besides: whether a page or JSON is wanted, and whether a page of an application may call it (CORS). */
export const forwardedToProvider = [
  ...forwardedHeaders,
  "Accept",
  "Access-Control-Request-Headers",
  "Access-Control-Request-Method",
] as const;

/**
 * Client secrets and access tokens come in `Authorization`, which CloudFront takes off each GET and lets no origin request policy bring
 * back: it passes only as a part of a cache key.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-401-unauthorized.html
 */
export const keyHeaders = ["Authorization", "Origin"] as const;
