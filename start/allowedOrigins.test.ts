import {expect, test} from 'vitest'
import {allowedOrigins} from './allowedOrigins.ts'

test('loopback is known by its three names', () => {
  expect(allowedOrigins('127.0.0.1', 3333)).toEqual([
    'http://localhost:3333',
    'http://127.0.0.1:3333',
    'http://[::1]:3333',
  ])
})

test('a named host is added, port 80 is left out as browsers leave it out', () => {
  expect(allowedOrigins('talks.example.org', 80)).toEqual([
    'http://localhost',
    'http://127.0.0.1',
    'http://[::1]',
    'http://talks.example.org',
  ])
})

test('an IPv6 address is bracketed', () => {
  expect(allowedOrigins('fd00::1', 3333).at(-1)).toBe('http://[fd00::1]:3333')
})

test('the origin of a proxy in front is added as it is', () => {
  expect(allowedOrigins('127.0.0.1', 3333, 'https://talks.example.org').at(-1)).toBe('https://talks.example.org')
})
