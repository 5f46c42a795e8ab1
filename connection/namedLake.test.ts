import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {namedLake} from './namedLake.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lectern-connection-'))))
afterEach(() => rmSync(folder, {recursive: true}))

const named = (env: NodeJS.ProcessEnv) => namedLake({LECTERN_DATA: folder, ...env})
const local = {projectId: 'lectern', dataset: 'production', token: undefined, address: 'http://localhost:3333'}

test('without settings it is the lake of this machine, with the token of its folder, if there is one', () => {
  expect(named({})).toEqual(local)
  writeFileSync(join(folder, 'token'), 'secret\n')
  expect(named({})).toEqual({...local, token: 'secret'})
  expect(named({SANITY_AUTH_TOKEN: 'other'})).toEqual({...local, token: 'other'})
})

test('a hosted project is never given the token of this machine', () => {
  writeFileSync(join(folder, 'token'), 'secret\n')
  const hosted = {projectId: 'abc123', dataset: 'talks', token: undefined, address: undefined}
  const env = {SANITY_STUDIO_PROJECT_ID: 'abc123', SANITY_STUDIO_DATASET: 'talks'}
  expect(named(env)).toEqual(hosted)
  expect(named({...env, SANITY_AUTH_TOKEN: 'other'})).toEqual({...hosted, token: 'other'})
})

test.each([
  [{HOST: '', PORT: ''}, 'http://localhost:3333'],
  [{HOST: '0.0.0.0', PORT: '80'}, 'http://localhost:80'],
  [{HOST: '::'}, 'http://localhost:3333'],
  [{HOST: 'fd00::1'}, 'http://[fd00::1]:3333'],
  [{HOST: '192.0.2.7'}, 'http://192.0.2.7:3333'],
])('%j is reached at %s', (env, address) => {
  expect(named(env)).toEqual({...local, address})
})
