import {expect, test} from 'vitest'
import {describeLakeError} from './connect.ts'

test('of a lake that does not answer it is said what to do, which is something else for a hosted project', () => {
  const failed = new TypeError('fetch failed')
  expect(describeLakeError(failed, {})).toBe(
    'The lake does not answer: start it with "npm start", or set PORT to where it listens. (fetch failed)',
  )
  expect(describeLakeError(failed, {SANITY_STUDIO_PROJECT_ID: 'abc123'})).toBe(
    'The hosted project abc123 (SANITY_STUDIO_PROJECT_ID) does not answer: see that this machine reaches sanity.io. (fetch failed)',
  )
  expect(describeLakeError(new TypeError('no function'), {})).toBeUndefined()
})
