const scheme = /^([a-z][a-z0-9+.-]*):/i
const shortcode = /\{\{[<%]/
const allowed = new Set(['http', 'https', 'mailto', 'tel'])

/**
 * The address to put into `href`, or undefined for one that must not become a link. Allowed: http, https, mailto, tel,
 * relative addresses, `//host` and fragments; an address that only Hugo can know (`{{< relref "x" >}}`) is none. White space and control characters are taken out first, because browsers
 * ignore them inside a scheme (`java\nscript:`): https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function safeHref(url: string | null | undefined): string | undefined {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const cleaned = url?.replaceAll(/[\u0000-\u001F\u007F]/g, '').trim()
  if (!cleaned || shortcode.test(cleaned)) return undefined
  const found = scheme.exec(cleaned)
  if (found) return allowed.has(String(found[1]).toLowerCase()) ? cleaned : undefined
  return cleaned.replaceAll('\\', '/')
}

/** True for an address on another host: such links open in a new tab, as the theme's do, and images of it are not loaded. */
export function isRemote(href: string): boolean {
  return /^(https?:)?[\\/]{2}/i.test(href)
}

/** The host to show for an address: `github.com`; for one without a host the address itself. */
export function placeOf(href: string): string {
  if (!isRemote(href)) return href
  const absolute = href.startsWith('//') ? `https:${href}` : href
  return URL.canParse(absolute) ? new URL(absolute).host.replace(/^www\./, '') : href
}
