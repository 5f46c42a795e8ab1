/** Whether a server that listens on this host does so on all addresses of the machine. */
export function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** A host as URLs have it: IPv6 addresses in brackets. */
export function urlHost(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

/** Where a server that listens on this host and port is reached from this machine, e.g. `http://localhost:3333`. */
export function localAddress(host: string, port: number | string): string {
  return `http://${isEveryAddress(host) ? 'localhost' : urlHost(host)}:${port}`
}
