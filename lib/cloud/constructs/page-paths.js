// Runs in CloudFront (cloudfront-js-2.0). A page's address has no extension and is drawn by the site's one document; files keep
// their names, so a missing one stays missing. Done here and not by an error page, which would turn the API's own 403 and 404
// into that document too.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (!last.includes(".")) request.uri = "/index.html";
  return request;
}
