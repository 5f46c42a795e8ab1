/** Where a lake that listens on `HOST` and `PORT` is reached from this machine, e.g. `http://127.0.0.1:3333`. */
export function localAddress({HOST, PORT}: {HOST?: string | undefined; PORT?: string | undefined}): string {
  return `http://${reachable(HOST || '127.0.0.1')}:${PORT || '3333'}`
}

/** Every address of the machine is none to ask for, and a request for it names a Host that no lake answers to. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}
