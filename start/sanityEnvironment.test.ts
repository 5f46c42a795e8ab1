import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {sanityEnvironment} from './sanityEnvironment.ts'
import {readSettings, SettingsError} from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-'))
writeFileSync(join(folder, 'token'), 'sk-administrator\n')
afterAll(() => rmSync(folder, {recursive: true}))

const environment = (env: Record<string, string>) => sanityEnvironment(env, readSettings(env, []))
const preload = `--import=${new URL('localLake.ts', import.meta.url).href}`

test("the lake's address and the administrator's token are added", () => {
  expect(environment({LECTERN_DATA: folder, PORT: '4444', NODE_OPTIONS: '--no-warnings'})).toEqual({
    LECTERN_DATA: folder,
    PORT: '4444',
    SANITY_INTERNAL_ENV: 'http://localhost:4444',
    SANITY_AUTH_TOKEN: 'sk-administrator',
    DO_NOT_TRACK: '1',
    NODE_OPTIONS: `--no-warnings ${preload}`,
  })
})

test('a token of your own stands', () => {
  const env = {LECTERN_DATA: join(folder, 'nowhere'), SANITY_AUTH_TOKEN: 'sk-mine'}
  expect(environment(env)['SANITY_AUTH_TOKEN']).toBe('sk-mine')
})

test('a hosted project is left alone', () => {
  const env = {SANITY_STUDIO_PROJECT_ID: 'abc123'}
  expect(environment(env)).toEqual(env)
})

test('without a lake or a port it says what is missing', () => {
  const nowhere = join(folder, 'nowhere')
  expect(() => environment({LECTERN_DATA: nowhere})).toThrow(
    new SettingsError(`There is no ${join(nowhere, 'token')}. Start Lectern once, or set LECTERN_DATA.`),
  )
  expect(() => environment({PORT: '0'})).toThrow(
    new SettingsError('PORT is 0. Set it to the port that Lectern printed at its start.'),
  )
})
