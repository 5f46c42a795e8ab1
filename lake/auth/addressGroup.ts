import {isIPv6} from 'node:net'

/**
 * The part of an IP address that one caller cannot change: an IPv4 address, also when written as IPv6 (`::ffff:192.0.2.1`),
 * and the first 64 bits of an IPv6 address, as a household is given that many. Anything else is its own group.
 */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const plain = address.replace(/%.*$/, '')
  if (!isIPv6(plain)) return address
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const groups = (text: string | undefined): string[] => (text ? text.split(':') : [])
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array.from({length: zeros}, () => '0'), ...groups(tail)]
  return `${all.slice(0, 4).join(':')}::/64`
}
