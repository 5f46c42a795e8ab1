/** Which addresses the lake answers to: built once per call from `LakeOptions.origins`, because the port may be known late. */
export interface AllowedOrigins {
  /** Values a Host header may have, e.g. `localhost:3333`. */
  allowsHost(host: string): boolean
  /** Values an Origin header may have, e.g. `http://localhost:3333`. */
  allowsOrigin(origin: string): boolean
  /**
   * The URL by which people reach it: a proxy that ends TLS asks in plain HTTP, but the list says that its host is
   * reached over https; and what the CLI calls `<projectId>.localhost` is `localhost` to everybody else.
   */
  publicUrl(url: URL): URL
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

const parseOrigin = (value: string): URL | undefined => (URL.canParse(value) ? new URL(value) : undefined)

/**
 * Without a list only loopback names are allowed, on any port. With one, exactly its hosts, and `<projectId>.localhost`
 * beside a `localhost`: the Sanity CLI insists on the project's host name. Browsers resolve `*.localhost` to this
 * machine by themselves, so no foreign DNS answer can rebind it.
 */
function allowedOrigins(origins: readonly string[] | undefined, projectId: string): AllowedOrigins {
  if (origins === undefined) return loopbackOrigins(projectId)
  const urls = origins.map(parseOrigin).filter((url) => url !== undefined)
  const hosts = new Set<string>()
  for (const url of urls) {
    hosts.add(url.host)
    if (url.hostname === 'localhost') hosts.add(`${projectId}.${url.host}`)
  }
  const names = new Set(urls.map((url) => url.origin))
  return {
    publicUrl(url) {
      if (isBehindTls(url, names)) return Object.assign(new URL(url), {protocol: 'https:'})
      return withoutProject(url, projectId)
    },
    allowsHost: (host) => hosts.has(host.toLowerCase()),
    allowsOrigin: (origin) => names.has(origin),
  }
}

const withoutProject = (url: URL, projectId: string): URL =>
  url.hostname === `${projectId}.localhost` ? Object.assign(new URL(url), {hostname: 'localhost'}) : url

const isBehindTls = (url: URL, origins: ReadonlySet<string>): boolean =>
  url.protocol === 'http:' && !origins.has(url.origin) && origins.has(`https://${url.host}`)

/** The origins may change (the port is known late), and every request asks: so they are understood once for each list. */
export function rememberAllowed(origins: (() => string[]) | undefined, projectId: string): () => AllowedOrigins {
  let list = ''
  let known: AllowedOrigins | undefined
  return () => {
    const now = origins?.()
    const text = now?.join(' ') ?? ''
    if (known === undefined || text !== list) {
      known = allowedOrigins(now, projectId)
      list = text
    }
    return known
  }
}

function loopbackOrigins(projectId: string): AllowedOrigins {
  const isLoopback = (url: URL | undefined): boolean =>
    url !== undefined && (loopbackNames.has(url.hostname) || url.hostname === `${projectId}.localhost`)
  return {
    publicUrl: (url) => withoutProject(url, projectId),
    allowsHost: (host) => /^[\w.:[\]-]+$/.test(host) && isLoopback(parseOrigin(`http://${host}`)),
    allowsOrigin: (origin) => isLoopback(parseOrigin(origin)),
  }
}
