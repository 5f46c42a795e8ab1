import fc from 'fast-check'
import {groq, nasty, value} from './hostileValues.ts'

const paths = fc.constantFrom(
  '/v1/data/listen/production',
  '/v1/data/live/events/production',
  '/v1/data/listen/production/../../../users/me',
  '//evil.example/v1/data/listen/production',
  'http://evil.example/v1/data/listen/production',
  '/v1/data/query/production',
  '',
  '%',
)
const streamAddress = fc.tuple(paths, groq).map(([path, query]) => `${path}?query=${encodeURIComponent(query)}`)

/** Messages of `/v1/streams`. */
const streamMessage = fc.record(
  {
    type: fc.constantFrom<unknown>('open', 'close', 'data', null, 1),
    id: fc.oneof(fc.constantFrom('1', '2'), nasty, value),
    url: fc.oneof(streamAddress, value),
    headers: fc.oneof(fc.dictionary(fc.constantFrom('last-event-id', 'host', 'authorization', 'a b'), nasty), value),
  },
  {requiredKeys: ['type']},
)

/** Messages of `/socket/:dataset`. */
const presenceMessage = fc.record(
  {
    jsonrpc: fc.constantFrom<unknown>('2.0', 2),
    method: fc.oneof(
      fc.constantFrom('authorization', 'presence_announce', 'presence_rollcall', 'presence_subscribe', 'toString'),
      fc.constantFrom('presence_disconnect', 'presence_unsubscribe', '__proto__'),
      value,
    ),
    params: fc.oneof(
      fc.record({authorization: nasty, session: nasty, data: value, subscriptionId: nasty}, {requiredKeys: []}),
      value,
    ),
    id: fc.oneof(nasty, value),
  },
  {requiredKeys: []},
)

/** What may be sent over a WebSocket: messages that nearly fit, other JSON, text, bytes and too much. */
export const hostileFrame: fc.Arbitrary<string | Buffer> = fc.oneof(
  {arbitrary: streamMessage.map((message) => JSON.stringify(message)), weight: 4},
  {arbitrary: presenceMessage.map((message) => JSON.stringify(message)), weight: 4},
  {arbitrary: value.map((content) => JSON.stringify(content)), weight: 2},
  {arbitrary: fc.string({maxLength: 50}), weight: 1},
  {arbitrary: fc.uint8Array({maxLength: 100}).map((bytes) => Buffer.from(bytes)), weight: 1},
  {arbitrary: fc.constantFrom('['.repeat(200_000), 'x'.repeat(300_000), ''), weight: 1},
)
