import {networkInterfaces} from 'node:os'
import {isEveryAddress, urlHost} from '../connection/localAddress.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * The origins under which this process may be addressed: loopback names always, the names of `HOST`,
 * and the public origin of a proxy in front.
 * A request with another `Host` header is refused, which stops DNS rebinding.
 */
export function allowedOrigins(host: string, port: number, publicOrigin?: string): string[] {
  const hosts = isEveryAddress(host) ? [...LOOPBACK, ...ownAddresses()] : [...LOOPBACK, urlHost(host)]
  const own = [...new Set(hosts)].map((name) => new URL(`http://${name}:${port}`).origin)
  return publicOrigin === undefined ? own : [...own, publicOrigin]
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map((address) => urlHost(address.address.replace(/%.*$/, '')))
}
