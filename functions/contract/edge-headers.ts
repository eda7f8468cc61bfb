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
