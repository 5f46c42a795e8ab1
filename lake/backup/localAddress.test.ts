import {expect, test} from 'vitest'
import {localAddress} from './localAddress.ts'

test.each([
  [{}, 'http://127.0.0.1:3333'],
  [{HOST: '', PORT: ''}, 'http://127.0.0.1:3333'],
  [{HOST: 'localhost', PORT: '80'}, 'http://localhost:80'],
  [{HOST: '0.0.0.0'}, 'http://127.0.0.1:3333'],
  [{HOST: '::'}, 'http://[::1]:3333'],
  [{HOST: '[::1]'}, 'http://[::1]:3333'],
  [{HOST: 'fd00::1', PORT: '4000'}, 'http://[fd00::1]:4000'],
  [{HOST: '192.0.2.7'}, 'http://192.0.2.7:3333'],
])('%j is reached at %s', (settings, address) => {
  expect(localAddress(settings)).toBe(address)
})
