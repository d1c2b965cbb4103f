// A route of the single-page app has no file in the bucket: index.html answers for it.
// What has an extension is a file, and a missing file stays missing. The API has a behaviour of its own
// that does not come through here, so its errors reach the browser as they are.
// Under /.well-known/ the files have no extensions.
function handler(event) {
  var request = event.request;
  var name = request.uri.substring(request.uri.lastIndexOf('/') + 1);

  if (name.indexOf('.') === -1 && request.uri.indexOf('/.well-known/') !== 0) {
    request.uri = '/index.html';
  }

  return request;
}
