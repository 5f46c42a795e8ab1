import {resolve} from 'node:path'
import {expect, test} from 'vitest'
import {readSettings, SettingsError} from './settings.ts'

test('an empty environment means the local default', () => {
  expect(readSettings({}, [])).toEqual({
    host: '127.0.0.1',
    port: 3333,
    dataDir: resolve('.lectern'),
    publicOrigin: undefined,
    corsOrigins: [],
    dev: false,
    hosted: undefined,
  })
})

test('the environment overrides host, port and data folder', () => {
  expect(readSettings({HOST: '0.0.0.0', PORT: '80', LECTERN_DATA: '/srv/talks'}, ['--dev'])).toEqual({
    host: '0.0.0.0',
    port: 80,
    dataDir: '/srv/talks',
    publicOrigin: undefined,
    corsOrigins: [],
    dev: true,
    hosted: undefined,
  })
})

test('the variables of Sanity name a hosted project', () => {
  const env = {SANITY_STUDIO_PROJECT_ID: 'abc123', SANITY_AUTH_TOKEN: 'secret'}
  expect(readSettings(env, []).hosted).toEqual({projectId: 'abc123', dataset: 'production', token: 'secret'})
})

test.each([
  ['::1', '::1'],
  ['[::1]', '::1'],
  ['talks.lan', 'talks.lan'],
])('HOST=%s is %s', (text, host) => {
  expect(readSettings({HOST: text}, []).host).toBe(host)
})

test.each(['300.1.1.1', 'my server', 'talks.lan:80', 'http://talks.lan', 'a/b', '[::1'])(
  'HOST=%s is refused by name',
  (host) => {
    expect(() => readSettings({HOST: host}, [])).toThrow(
      new SettingsError(`HOST is "${host}", which is no name and no address of a machine. An example: 0.0.0.0`),
    )
  },
)

test.each(['http', '-1', '65536', '3.5'])('PORT=%s is refused by name', (port) => {
  expect(() => readSettings({PORT: port}, [])).toThrow(
    new SettingsError(`PORT is "${port}", which is no port. Use a whole number from 0 to 65535.`),
  )
})

test.each([
  ['https://talks.example.org', 'https://talks.example.org'],
  ['https://Talks.example.org:443/', 'https://talks.example.org'],
  ['http://talks.lan:8080', 'http://talks.lan:8080'],
])('LECTERN_ORIGIN=%s is the origin %s', (text, origin) => {
  expect(readSettings({LECTERN_ORIGIN: text}, []).publicOrigin).toBe(origin)
})

test.each(['talks.example.org', 'https://talks.example.org/lectern', 'https://me@talks.example.org', 'ftp://a', '*'])(
  'LECTERN_ORIGIN=%s is refused by name',
  (text) => {
    expect(() => readSettings({LECTERN_ORIGIN: text}, [])).toThrow(
      new SettingsError(`LECTERN_ORIGIN has "${text}", which is no origin. An example: https://talks.example.org`),
    )
  },
)

test('LECTERN_CORS_ORIGINS is a list of origins, each of which must be one', () => {
  const read = (list: string) => readSettings({LECTERN_CORS_ORIGINS: list}, []).corsOrigins
  expect(read('http://localhost:5173, https://Talks.example.org/,')).toEqual([
    'http://localhost:5173',
    'https://talks.example.org',
  ])
  expect(() => read('http://localhost:5173,*')).toThrow(
    new SettingsError('LECTERN_CORS_ORIGINS has "*", which is no origin. An example: https://talks.example.org'),
  )
})

test('an unknown argument is refused by name', () => {
  expect(() => readSettings({}, ['--fast'])).toThrow(
    new SettingsError('Unknown argument "--fast". The only one is --dev.'),
  )
})
