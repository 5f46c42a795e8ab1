import fc from 'fast-check'
import {actionBody, anyBody, mutationBody, queryBody} from './hostileBodies.ts'
import {groq, nasty, number, value} from './hostileValues.ts'

/** A request as bytes: no client would send most of these. */
export interface HostileRequest {
  method: string
  /** Path and query as they are written, percent signs and all. */
  target: string
  headers: Record<string, string>
  body: Buffer
}

const hash = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'

/** Every path of the lake; `~` stands for something that does not fit. */
const paths = [
  ...['data/query', 'data/mutate', 'data/actions', 'data/listen', 'data/live/events', 'data/export', 'data/ping'].map(
    (path) => `/v2025-02-19/${path}/~`,
  ),
  ...['/doc/production/~', '/doc/~/a', '/history/production/transactions/~', '/history/production/documents/~'].map(
    (path) => `/v1/data${path}`,
  ),
  ...['/events/documents/~', '/events/releases/~'].map((path) => `/v1/data/history/production${path}`),
  '/v1/data/references/production/documents/~/to',
  ...['query', 'mutate', 'doc/~'].map((path) => `/v1/projects/lectern/datasets/~/${path}`),
  ...['/assets/images/~', '/assets/files/~', '/assets/files/production/~', '/users/~', '/users/me/keyvalue/~'].map(
    (path) => `/v1${path}`,
  ),
  ...['/users/me/keyvalue', '/auth/providers', '/auth/login/~', '/auth/fetch', '/auth/id', '/auth/logout'].map(
    (path) => `/v1${path}`,
  ),
  ...['/projects', '/projects/~', '/projects/~/datasets', '/datasets', '/datasets/~', '/comments/~/setup'].map(
    (path) => `/vX${path}`,
  ),
  ...[
    '/backup',
    '/journey/~',
    '/schedules/~/~',
    '/intake/batch',
    '/descriptors/claim',
    '/~',
    '/socket/~',
    '/streams',
  ].map((path) => `/v1${path}`),
  ...['~', `${hash}-1x1.png`, `${hash}-99999x99999.jpg`, `${hash}-0x0.svg`].map(
    (file) => `/images/lectern/production/${file}`,
  ),
  ...['~', `${hash}.txt`].map((file) => `/files/lectern/production/${file}`),
  '/v9999-99-99/ping',
  '/v1',
  '/~',
  '//v1//ping',
  '/v1/ping/../../etc/passwd',
  '/images/~/~/~',
] as const

const option = fc.oneof(
  fc.tuple(fc.constant('query'), groq),
  fc.tuple(
    fc.constantFrom('$a', '$list', '$n', '$', 'params'),
    value.map((content) => JSON.stringify(content)),
  ),
  fc.tuple(
    fc.constantFrom(
      'limit',
      'w',
      'h',
      'q',
      'dpr',
      'sharp',
      'blur',
      'pad',
      'border',
      'frame',
      'fp-x',
      'sat',
      'min-w',
      'or',
    ),
    number,
  ),
  fc.tuple(
    fc.constantFrom('rect', 'crop', 'fit', 'fm', 'bg', 'flip', 'auto', 'dl', 'dlRaw', 'invert', 'fp-y'),
    fc.oneof(nasty, number),
  ),
  fc.tuple(
    fc.constantFrom(
      'perspective',
      'variant',
      'revision',
      'time',
      'fromTime',
      'toTime',
      'fromTransaction',
      'nextCursor',
      'types',
      'authors',

      'origin',
      'sid',
      'token',
      'filename',
      'meta',
      'tag',
      'lastLiveEventId',
      'reverse',
      'effectFormat',
      'includeAllVersions',

      'returnDocuments',
      'dryRun',
      'autoGenerateArrayKeys',
      'includeResult',
      'enableResume',
      'includeDrafts',
      'excludeContent',
    ),
    fc.oneof(nasty, number, fc.constant('true')),
  ),
)

const header = fc.oneof(
  fc.tuple(
    fc.constant('range'),
    fc.constantFrom('bytes=0-', 'bytes=-0', 'bytes=9-1', 'bytes=0-1,3-4', 'x', 'bytes=-99999999999'),
  ),
  fc.tuple(
    fc.constant('last-event-id'),
    fc.constantFrom('', 'x', 'a-1:1', '-1:-1', '99999999999999999999999:1', 'x'.repeat(5000)),
  ),
  fc.tuple(
    fc.constant('content-type'),
    fc.constantFrom('application/json', 'text/html', '', 'image/png', 'multipart/form-data'),
  ),
  fc.tuple(fc.constant('cookie'), fc.constantFrom('a', '=', 'lake_session=', ';;;', 'x'.repeat(5000))),
  fc.tuple(fc.constant('if-none-match'), fc.constantFrom('*', `"${hash}"`, 'W/"x"')),
  fc.tuple(fc.constant('accept'), fc.constantFrom('*/*', 'image/avif,image/webp', ';q=')),
  fc.tuple(fc.constant('x-forwarded-for'), fc.constantFrom('::1', 'x', '1.2.3.4, 5.6.7.8')),
  fc.tuple(fc.constant('x-forwarded-proto'), fc.constantFrom('https', 'javascript')),
  fc.tuple(fc.constant('content-encoding'), fc.constantFrom('gzip', 'br')),
  fc.tuple(fc.constant('expect'), fc.constant('100-continue')),
)

const headers = fc.array(header, {maxLength: 3}).map((pairs) => Object.fromEntries(pairs))
const empty = fc.constant(Buffer.alloc(0))

function withOptions(path: string, options: [name: string, text: string][]): string {
  const query = options.map(
    ([name, text]) => `${name}=${text.includes('%') ? text : encodeURIComponent(text.toWellFormed())}`,
  )
  return [path, ...(query.length > 0 ? [query.join('&')] : [])].join('?').replace(/[^!-~]|["<>]/g, '')
}

const options = fc.array(option, {maxLength: 4})
const optionsOf = (path: string): fc.Arbitrary<string> => options.map((chosen) => withOptions(path, chosen))

/** Any method at any path with any body: most of them end early. */
const anyRequest = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'),
  target: fc
    .tuple(fc.constantFrom<string>(...paths), fc.array(nasty, {minLength: 3, maxLength: 3}), options)
    .map(([path, fillings, chosen]) => {
      let at = 0
      return withOptions(
        path.replaceAll('~', () => fillings[at++] ?? ''),
        chosen,
      )
    }),
  headers,
  body: anyBody,
})

const post = (path: string, body: fc.Arbitrary<Buffer>): fc.Arbitrary<HostileRequest> =>
  fc.record({method: fc.constant('POST'), target: optionsOf(`/v2025-02-19/data/${path}/production`), headers, body})

const get = (target: fc.Arbitrary<string>): fc.Arbitrary<HostileRequest> =>
  fc.record({method: fc.constant('GET'), target, headers, body: empty})

const queryRequest = get(
  fc
    .tuple(groq, options)
    .map(([query, chosen]) => withOptions('/v1/data/query/production', [['query', query], ...chosen])),
)

const filledPath = fc
  .tuple(
    fc.constantFrom<string>(...paths),
    fc.constantFrom('production', 'a', 'a,drafts.a', 'versions.r.a', 'r', 'me'),
    options,
  )
  .map(([path, filling, chosen]) => withOptions(path.replaceAll('~', filling), chosen))

/**
 * Requests that mean harm, over every path of the lake; half of them get past the first checks.
 *
 * @param images paths of images that the lake has
 */
export function hostileRequest(images: readonly string[]): fc.Arbitrary<HostileRequest> {
  return fc.oneof(
    {arbitrary: anyRequest, weight: 3},
    {arbitrary: post('mutate', mutationBody), weight: 3},
    {arbitrary: post('actions', actionBody), weight: 3},
    {arbitrary: post('query', queryBody), weight: 1},
    {arbitrary: queryRequest, weight: 2},
    {arbitrary: get(filledPath), weight: 3},
    ...images.map((path) => ({arbitrary: get(optionsOf(path)), weight: 1})),
  )
}
