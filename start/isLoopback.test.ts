import {expect, test} from 'vitest'
import {isLoopback} from './isLoopback.ts'

test.each(['localhost', '127.0.0.1', '127.0.0.2', '::1'])('%s is reached from this machine alone', (host) => {
  expect(isLoopback(host)).toBe(true)
})

test.each(['0.0.0.0', '::', '192.0.2.1', 'talks.example.org', '127.example.org', '127.0.0.1.example.org'])(
  '%s is reached by others',
  (host) => {
    expect(isLoopback(host)).toBe(false)
  },
)
