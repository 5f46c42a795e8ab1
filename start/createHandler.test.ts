import {expect, test} from 'vitest'
import {createHandler, type Handler} from './createHandler.ts'

const named =
  (name: string): Handler =>
  () =>
    new Response(name)
const parts = {
  allowsHost: (host: string) => host === 'localhost:3333',
  lake: named('lake'),
  studio: named('studio'),
  site: named('site'),
}

async function answer(path: string, host = 'localhost:3333', handler = createHandler(parts)) {
  const response = await handler(new Request(`http://localhost:3333${path}`, {headers: {host}}), {})
  return `${response.status} ${await response.text()}`
}

test.each([
  ['/v2025-02-19/data/query/production', 'lake'],
  ['/v1/ping', 'lake'],
  ['//v1/ping', 'lake'],
  ['/vX/journey/trial', 'lake'],
  ['/v2020-13-45/ping', 'lake'],
  ['/vfoo/data/query/production', 'lake'],
  ['/images/lectern/production/a.png', 'lake'],
  ['/files/lectern/production/a.pdf', 'lake'],
  ['/studio', 'studio'],
  ['/studio/structure/talk;talk-1', 'studio'],
  ['/', 'site'],
  ['/talk/백엔드/', 'site'],
  ['/studios', 'site'],
  ['/v2/', 'site'],
])('%s is answered by the %s', async (path, name) => {
  expect(await answer(path)).toBe(`200 ${name}`)
})

test('with a hosted lake nothing answers for the API here but the site', async () => {
  expect(await answer('/v1/ping', 'localhost:3333', createHandler({...parts, lake: undefined}))).toBe('200 site')
})

test.each(['evil.example:3333', 'localhost:80', ''])('the Host header %j gets nothing', async (host) => {
  expect(await answer('/', host)).toMatch(/^421 /)
})
