import {networkInterfaces} from 'node:os'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
const EVERY_ADDRESS = new Set(['0.0.0.0', '::', '[::]'])

/**
 * The origins under which this process may be addressed: loopback names always, and the names of `HOST`.
 * A request with another `Host` header is refused, which stops DNS rebinding.
 */
export function allowedOrigins(host: string, port: number): string[] {
  const hosts = EVERY_ADDRESS.has(host) ? [...LOOPBACK, ...ownAddresses()] : [...LOOPBACK, bracketed(host)]
  return [...new Set(hosts)].map((name) => new URL(`http://${name}:${port}`).origin)
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map((address) => bracketed(address.address.replace(/%.*$/, '')))
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}
