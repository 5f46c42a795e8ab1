import {execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

/** The address at which a program with the preload looks for a host. */
function lookUp(name: string, host: string): string {
  const script = `import dns from 'node:dns'; dns.lookup(${JSON.stringify(name)}, (error, address) => console.log(error?.code ?? error?.message ?? address))`
  const preload = fileURLToPath(new URL('localLake.ts', import.meta.url))
  const args = ['--import', preload, '--input-type=module', '-e', script]
  return execFileSync(process.execPath, args, {env: {...process.env, HOST: host}, encoding: 'utf8'}).trim()
}

test('the host that Sanity asks for is where the lake listens, and no other name is touched', () => {
  expect(lookUp('lectern.localhost', '192.0.2.7')).toBe('192.0.2.7')
  expect(['127.0.0.1', '::1']).toContain(lookUp('lectern.localhost', ''))
  expect(['127.0.0.1', '::1']).toContain(lookUp('lectern.localhost', '0.0.0.0'))
  expect(lookUp('192.0.2.8', '192.0.2.7')).toBe('192.0.2.8')
})

test('what looks for the project at sanity.io is told where it is, and gets no address', () => {
  const message =
    'The project "lectern" is on this machine, and not at sanity.io. In a script, say where it is: ' +
    'getCliClient({apiHost: process.env.SANITY_INTERNAL_ENV, useProjectHostname: false})'
  expect(lookUp('lectern.api.sanity.io', '')).toBe(message)
  expect(lookUp('lectern.apicdn.sanity.io', '')).toBe(message)
})
