import dns from 'node:dns'
import net from 'node:net'
import tls from 'node:tls'
import {isEveryAddress} from '../connection/localAddress.ts'

/**
 * A preload (`node --import`) for Sanity's command line, with which it finds a lake on this machine. It always uses the
 * project's host name, `lectern.localhost`, which Node cannot resolve on every system although the name means this
 * machine (RFC 6761, section 6.3); it listens at `HOST`; and migrations always use https, which nobody needs to talk to
 * oneself. `getCliClient()` of `sanity exec` always asks Sanity's own servers: they are not to get the token of this lake.
 */
const HOST = process.env['HOST'] || 'localhost'
const lakeHost = isEveryAddress(HOST) ? 'localhost' : HOST

const isOurs = (name: unknown): boolean => name === 'lectern.localhost'

const elsewhere =
  'The project "lectern" is on this machine, and not at sanity.io. In a script, say where it is: ' +
  'getCliClient({apiHost: process.env.SANITY_INTERNAL_ENV, useProjectHostname: false})'

/** Where a client looks for the project unless it is told another host. */
const isHosted = (name: unknown): boolean => name === 'lectern.api.sanity.io' || name === 'lectern.apicdn.sanity.io'

dns.lookup = new Proxy(dns.lookup, {
  apply(target, self, args: Parameters<typeof dns.lookup>) {
    const [name, ...rest] = args
    const callback: unknown = rest.at(-1)
    if (isHosted(name) && typeof callback === 'function') return process.nextTick(() => callback(new Error(elsewhere)))
    return Reflect.apply(target, self, [isOurs(name) ? lakeHost : name, ...rest])
  },
})

tls.connect = new Proxy(tls.connect, {
  apply(target, self, args: Parameters<typeof tls.connect>) {
    const [options]: unknown[] = args
    if (!isToUs(options)) return Reflect.apply(target, self, args)
    const socket = net.connect({host: lakeHost, port: Number(options.port)})
    return socket.once('connect', () => socket.emit('secureConnect'))
  },
})

function isToUs(options: unknown): options is {port: unknown} {
  return (
    typeof options === 'object' && options !== null && 'host' in options && 'port' in options && isOurs(options.host)
  )
}
