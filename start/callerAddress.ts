import {isIP} from 'node:net'
import {isLoopback} from './isLoopback.ts'

interface Incoming {
  headers: NodeJS.Dict<string | string[]>
  socket: {remoteAddress?: string | undefined}
}

/**
 * The IP address of whoever sent a request. Behind a proxy on this machine it is the last one of `X-Forwarded-For`,
 * which is the one that the proxy itself added, for some proxies with its port; what stands before it, and the header from anybody else, is hearsay.
 */
export function callerAddress({headers, socket}: Incoming, behindProxy: boolean): string | undefined {
  const peer = socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!behindProxy || peer === undefined || !isLoopback(peer)) return peer
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim() ?? ''
  const address = told.replace(/^(?:\[(.+)\]|(\d+\.\d+\.\d+\.\d+))(?::\d+)?$/, '$1$2')
  return isIP(address) === 0 ? peer : address
}
