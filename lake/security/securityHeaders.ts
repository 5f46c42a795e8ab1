/** What is served: each kind has its own Content Security Policy. */
export type ServedContent = 'api' | 'studio' | 'site' | 'image' | 'file' | 'login'

const shared = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
}

const framing = {'x-frame-options': 'SAMEORIGIN', 'cross-origin-opener-policy': 'same-origin-allow-popups'}

const policy = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')

/** Uploaded content never runs: no scripts, no plug-ins, an origin of its own. */
const inert = policy({'default-src': "'none'", 'style-src': "'unsafe-inline'", 'img-src': 'data:', sandbox: ''})

const headersOf: Record<ServedContent, Record<string, string>> = {
  api: {
    ...shared,
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
  },
  image: {...shared, 'cross-origin-resource-policy': 'cross-origin', 'content-security-policy': inert},
  file: {...shared, 'cross-origin-resource-policy': 'cross-origin', 'content-security-policy': inert},
  login: {
    ...shared,
    ...framing,
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    'content-security-policy': policy({
      'default-src': "'none'",
      'style-src': "'unsafe-inline'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
    }),
  },
  studio: {
    ...shared,
    ...framing,
    'content-security-policy': policy({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'media-src': "'self' blob:",
      'connect-src': "'self'",
      'worker-src': "'self' blob:",
      'frame-src': "'self'",
      'form-action': "'self'",
      'frame-ancestors': "'self'",
      'base-uri': "'none'",
    }),
  },
  site: {
    ...shared,
    ...framing,
    'content-security-policy': policy({
      'default-src': "'none'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'media-src': "'self'",
      'frame-ancestors': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
    }),
  },
}

const OPENER = 'cross-origin-opener-policy'

/**
 * Response headers that keep a page or an answer from being abused, for everything that this server sends.
 * @param at where the page was opened; over plain HTTP from another machine browsers ignore the opener policy and
 *   complain about it, so that it is left out
 */
export function securityHeaders(content: ServedContent, at?: URL): Readonly<Record<string, string>> {
  const headers = headersOf[content]
  if (at === undefined || isTrustworthy(at)) return headers
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== OPENER))
}

/** https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy */
function isTrustworthy({protocol, hostname}: URL): boolean {
  return protocol === 'https:' || /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
