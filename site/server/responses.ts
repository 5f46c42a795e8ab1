/** A file of text; browsers ask each time whether it is still the same, unless `caching` says otherwise. */
export function fileResponse(content: string, type: string, caching = 'no-cache'): Response {
  return new Response(content, {
    headers: {'content-type': type, 'cache-control': caching, 'x-content-type-options': 'nosniff'},
  })
}

/** Leads on for good. Nobody keeps it: an address may have another page later. */
export function redirect(location: string): Response {
  return new Response(null, {status: 308, headers: {location, 'cache-control': 'no-store'}})
}
