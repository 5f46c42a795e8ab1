/** One cookie's value from a Cookie header (RFC 6265, section 4.2), or undefined. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

export interface SessionCookie {
  name: string
  value: string
  maxAgeSeconds: number
  /** Only sent over https. */
  secure: boolean
}

/** A Set-Cookie header that scripts cannot read and that other sites' requests do not carry. */
export function sessionCookieHeader({name, value, maxAgeSeconds, secure}: SessionCookie): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? '; Secure' : ''}`
}
