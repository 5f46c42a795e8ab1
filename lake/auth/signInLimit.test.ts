import {beforeEach, expect, test} from 'vitest'
import {TooManyRequestsError} from '../errors.ts'
import {createSignInLimit, type SignInLimit} from './signInLimit.ts'

let now: number
let limit: SignInLimit
beforeEach(() => {
  now = 0
  limit = createSignInLimit(() => new Date(now))
})

/** How many of that many attempts are let through. */
function allowed(count: number, login: (index: number) => string, address: (index: number) => string): number {
  let through = 0
  for (let index = 0; index < count; index += 1) {
    try {
      limit.take(login(index), address(index))
      through += 1
    } catch (error) {
      if (!(error instanceof TooManyRequestsError)) throw error
    }
  }
  return through
}

const yuna = () => 'yuna'
const here = () => '192.0.2.1'
const somewhere = (index: number) => `198.51.${Math.floor(index / 250)}.${index % 250}`

test('one name from one place has ten attempts, and the name still has some elsewhere', () => {
  expect(allowed(20, yuna, here)).toBe(10)
  expect(allowed(1, yuna, () => '192.0.2.2')).toBe(1)
})

test('one place has thirty wrong attempts, whatever the names', () => {
  expect(allowed(100, (index) => `name-${index}`, here)).toBe(30)
})

test('one name has a hundred attempts from everywhere, and one place more or less makes no difference', () => {
  allowed(1000, () => 'yuna', here)
  expect(allowed(1000, yuna, somewhere)).toBe(90)
})

test('a thousand in all', () => {
  expect(allowed(2000, (index) => `name-${index}`, somewhere)).toBe(1000)
})

test('the addresses of one household are one place', () => {
  expect(allowed(20, yuna, (index) => `2001:db8:1:2::${index}`)).toBe(10)
})

test('a success counts for nothing, and forgets the mistakes of that name here', () => {
  for (let person = 0; person < 100; person += 1) limit.take(`name-${person}`, '192.0.2.1')()
  allowed(9, yuna, here)
  limit.take('yuna', '192.0.2.1')()
  expect(allowed(20, yuna, here)).toBe(10)
})

test('after a quarter of an hour all is forgotten', () => {
  allowed(20, yuna, here)
  now += 15 * 60 * 1000
  expect(allowed(20, yuna, here)).toBe(10)
})

test('a clock that is set back locks nobody out until it is there again', () => {
  now = 24 * 60 * 60 * 1000
  expect(allowed(20, yuna, here)).toBe(10)
  now = 0
  expect(allowed(20, yuna, here)).toBe(10)
})
