import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {connect} from './connect.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'site-connect-'))))
afterEach(() => rmSync(folder, {recursive: true}))

function connected(env: NodeJS.ProcessEnv) {
  const {client, local} = connect({LECTERN_DATA: folder, ...env})
  const {projectId, dataset, perspective, url, token} = client.config()
  return {projectId, dataset, perspective, url, token, local}
}

const ofLake = {projectId: 'lectern', dataset: 'production', perspective: 'published', token: undefined}

test('the lake of this machine is asked with the token of its folder, if there is one', () => {
  const lake = {...ofLake, url: 'http://localhost:3333/v2025-02-19', local: 'http://localhost:3333'}
  expect(connected({})).toEqual(lake)
  writeFileSync(join(folder, 'token'), 'secret\n')
  expect(connected({})).toEqual({...lake, token: 'secret'})
  expect(connected({SANITY_AUTH_TOKEN: 'other'})).toEqual({...lake, token: 'other'})
})

test.each([
  [{HOST: '0.0.0.0', PORT: '80'}, 'http://localhost:80'],
  [{HOST: '::'}, 'http://localhost:3333'],
  [{HOST: 'fd00::1'}, 'http://[fd00::1]:3333'],
  [{HOST: '192.0.2.7'}, 'http://192.0.2.7:3333'],
])('%j is reached at %s', (env, address) => {
  expect(connected(env)).toEqual({...ofLake, url: `${address}/v2025-02-19`, local: address})
})

test('a hosted project is never given the token of this machine', () => {
  writeFileSync(join(folder, 'token'), 'secret\n')
  expect(connected({SANITY_STUDIO_PROJECT_ID: 'abc123', SANITY_STUDIO_DATASET: 'talks'})).toEqual({
    ...ofLake,
    projectId: 'abc123',
    dataset: 'talks',
    url: 'https://abc123.api.sanity.io/v2025-02-19',
    local: undefined,
  })
})
