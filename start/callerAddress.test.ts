import {expect, test} from 'vitest'
import {callerAddress} from './callerAddress.ts'

const from = (remoteAddress: string, forwarded?: string | string[]) => ({
  headers: {'x-forwarded-for': forwarded},
  socket: {remoteAddress},
})

test('without a proxy nobody can name another address', () => {
  expect(callerAddress(from('192.0.2.1', '198.51.100.7'), false)).toBe('192.0.2.1')
  expect(callerAddress(from('127.0.0.1', '198.51.100.7'), false)).toBe('127.0.0.1')
})

test("behind a proxy the caller is the last address, which is the proxy's word", () => {
  expect(callerAddress(from('127.0.0.1', '203.0.113.9, 198.51.100.7'), true)).toBe('198.51.100.7')
  expect(callerAddress(from('::ffff:127.0.0.1', ['203.0.113.9', '2001:db8::1']), true)).toBe('2001:db8::1')
})

test.each([
  ['198.51.100.7:52044', '198.51.100.7'],
  ['[2001:db8::1]:52044', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
])('%s, as some proxies write it, is %s', (told, address) => {
  expect(callerAddress(from('127.0.0.1', told), true)).toBe(address)
})

test('a request that did not come through the proxy is its own witness', () => {
  expect(callerAddress(from('192.0.2.1', '198.51.100.7'), true)).toBe('192.0.2.1')
})

test.each([undefined, '', 'unknown', '198.51.100.7, nonsense'])('a proxy that says %j counts as the caller', (told) => {
  expect(callerAddress(from('::1', told), true)).toBe('::1')
})
