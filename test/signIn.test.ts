import {networkInterfaces} from 'node:os'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {addAccount} from './support/addAccount.ts'
import {type AskOptions, askOverHttp} from './support/askOverHttp.ts'
import {createDataDir, type RunningLectern, startLectern} from './support/startLectern.ts'

const PUBLIC = 'https://talks.example.org'
const PASSWORD = 'correct horse battery'
const {dataDir, remove} = createDataDir()
const proxied = createDataDir()
let lectern: RunningLectern
let behindProxy: RunningLectern

beforeAll(async () => {
  ;[lectern, behindProxy] = await Promise.all([
    startLectern({dataDir, env: {HOST: '0.0.0.0'}}),
    startLectern({dataDir: proxied.dataDir, env: {LECTERN_ORIGIN: PUBLIC}}),
  ])
  // The server runs already: it sees new accounts at once.
  await addAccount(dataDir, {name: 'yuna', role: 'editor', password: PASSWORD})
  await addAccount(dataDir, {name: 'minsu', role: 'viewer', password: PASSWORD})
  await addAccount(proxied.dataDir, {name: 'yuna', role: 'editor', password: PASSWORD})
})
afterAll(async () => {
  await lectern?.kill()
  await behindProxy?.kill()
  remove()
  proxied.remove()
})

const API = '/v2025-02-19'
const queryOf = (groq: string) => `${API}/data/query/production?query=${encodeURIComponent(groq)}`
const ask = (path: string, options?: AskOptions) => askOverHttp(lectern.url + path, options)

/** The form, filled in; the answer leads back to the Studio with a cookie. */
const signIn = (url: string, studio: string, name: string, password: string, headers: Record<string, string> = {}) =>
  askOverHttp(`${url}/v1/auth/login/local?origin=${encodeURIComponent(`${studio}/studio`)}&type=cookie`, {
    method: 'POST',
    headers: {'content-type': 'application/x-www-form-urlencoded', ...headers},
    body: new URLSearchParams({login: name, password}).toString(),
  })

async function cookieOf(name: string): Promise<string> {
  const {headers} = await signIn(lectern.url, lectern.url, name, PASSWORD)
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

const mutate = (cookie: string, mutations: object[]) =>
  ask(`${API}/data/mutate/production`, {
    method: 'POST',
    headers: {cookie, 'content-type': 'application/json'},
    body: JSON.stringify({mutations}),
  })

test('where others can come, opening the Studio signs nobody in', async () => {
  const page = await ask('/studio')
  expect([page.status, page.headers['set-cookie']]).toEqual([200, undefined])
  const {status, body} = await ask('/v1/users/me')
  expect([status, body]).toEqual([200, '{}'])
  expect((await mutate('', [{create: {_type: 'note'}}])).status).toBe(401)
  expect(lectern.output()).toContain('People sign in. Accounts: npm run accounts -- add NAME --role=administrator')
})

test('the address of this machine is one of ours, a name that merely leads here is not', async () => {
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({family, internal}) => family === 'IPv4' && !internal)
  const {port} = new URL(lectern.url)
  const statusFor = async (host: string) => (await ask('/v1/ping', {headers: {host: `${host}:${port}`}})).status
  expect(await statusFor(own?.address ?? '127.0.0.1')).toBe(200)
  expect(await statusFor('lectern.localhost')).toBe(200)
  expect(await statusFor('rebound.example')).toBe(421)
})

test('an editor writes and makes no datasets, a viewer only reads', async () => {
  const [editor, viewer] = [await cookieOf('yuna'), await cookieOf('minsu')]
  const note = {create: {_id: 'drafts.note', _type: 'note', text: '메모'}}
  expect((await mutate(viewer, [note])).status).toBe(403)
  expect((await mutate(editor, [note])).status).toBe(200)
  const drafts = `${queryOf('*[_type == "note"]{text}')}&perspective=raw`
  const found = async (headers: Record<string, string>) => JSON.parse((await ask(drafts, {headers})).body)['result']
  expect([await found({cookie: viewer}), await found({})]).toEqual([[{text: '메모'}], []])
  const dataset = {method: 'PUT', headers: {cookie: editor}, body: '{}'}
  expect((await ask('/v1/datasets/other', dataset)).status).toBe(403)
})

test('strangers read what is published, and only while the dataset is public', async () => {
  const titles = queryOf('*[_type == "talk"].title')
  const {datasets} = lectern.client()
  const seen = async () => {
    const {status, body} = await ask(titles)
    const {ms: _, ...rest} = JSON.parse(body)
    return [status, rest]
  }
  const result = await lectern.client().fetch<string[]>('*[_type == "talk"].title')
  const shown = [200, {query: '*[_type == "talk"].title', result, syncTags: ['s1:t:talk']}]
  expect(await seen()).toEqual(shown)

  await datasets.edit('production', {aclMode: 'private'})
  expect(await seen()).toEqual([
    401,
    {statusCode: 401, error: 'Unauthorized', message: 'Session not found', errorCode: 'SIO-401-ANF'},
  ])
  for (const path of ['doc/production/author-admin', 'listen/production?query=*', 'export/production'])
    expect((await ask(`${API}/data/${path}`)).status).toBe(401)
  expect((await ask(titles, {headers: {cookie: await cookieOf('minsu')}})).status).toBe(200)

  await datasets.edit('production', {aclMode: 'public'})
  expect(await seen()).toEqual(shown)
})

const viaProxy = (path: string, options: AskOptions = {}) =>
  askOverHttp(behindProxy.url + path, {...options, headers: {host: 'talks.example.org', ...options.headers}})

test('behind a proxy: people sign in, addresses are those of the proxy, the cookie is for https alone', async () => {
  expect(JSON.parse((await viaProxy('/v1/auth/providers')).body)).toEqual({
    providers: [{name: 'local', title: 'Local account', url: `${PUBLIC}/v1/auth/login/local`}],
    thirdPartyLogin: false,
    sso: {saml: false},
  })
  expect((await viaProxy('/studio')).headers['set-cookie']).toBeUndefined()
  const done = await signIn(behindProxy.url, PUBLIC, 'yuna', PASSWORD, {host: 'talks.example.org', origin: PUBLIC})
  expect([done.status, done.headers.location]).toEqual([303, expect.stringContaining(`${PUBLIC}/studio#sid=`)])
  const cookie = done.headers['set-cookie']?.[0] ?? ''
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/)

  const uploaded = await viaProxy(`${API}/assets/files/production?filename=a.txt`, {
    method: 'POST',
    headers: {cookie: cookie.split(';')[0] ?? '', origin: PUBLIC, 'content-type': 'text/plain'},
    body: '발표 자료',
  })
  expect(JSON.parse(uploaded.body)['document']['url']).toMatch(
    /^https:\/\/talks\.example\.org\/files\/lectern\/production\/[0-9a-f]{40}\.txt$/,
  )
  expect((await viaProxy('/sitemap.xml')).body).toContain(`<loc>${PUBLIC}/`)
  expect((await viaProxy('/v1/ping', {headers: {origin: 'https://evil.example'}})).status).toBe(403)
})

test('guessing at one address locks the account for that address alone', async () => {
  const attempt = async (address: string, password: string) => {
    const headers = {host: 'talks.example.org', 'x-forwarded-for': `203.0.113.1, ${address}`}
    return (await signIn(behindProxy.url, PUBLIC, 'yuna', password, headers)).status
  }
  const statuses: Array<number | undefined> = []
  for (let count = 0; count < 11; count += 1) statuses.push(await attempt('198.51.100.7', 'wrong password'))
  expect(statuses).toEqual([...Array.from({length: 10}, () => 401), 429])
  expect(await attempt('198.51.100.7', PASSWORD)).toBe(429)
  expect(await attempt('192.0.2.1', PASSWORD)).toBe(303)
})

test('without a proxy, X-Forwarded-For is nobody', async () => {
  const statuses = new Set<number | undefined>()
  for (let count = 0; count < 11; count += 1) {
    const headers = {'x-forwarded-for': `198.51.100.${count}`}
    statuses.add((await signIn(lectern.url, lectern.url, 'nobody', 'wrong password', headers)).status)
  }
  expect(statuses).toEqual(new Set([401, 429]))
})

const headersOf = async (path: string) => {
  const {headers} = await ask(path)
  const names = ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'cross-origin-opener-policy']
  return names.map((name) => headers[name])
}

test.each([
  ['/studio', "default-src 'none'; script-src 'self';", "frame-ancestors 'self'; base-uri 'none'"],
  ['/studio/structure/talk', "default-src 'none'; script-src 'self';", "frame-ancestors 'self'; base-uri 'none'"],
  ['/', "default-src 'none'; img-src 'self' data:;", "base-uri 'none'; form-action 'none'"],
  ['/nothing-here', "default-src 'none';", "form-action 'none'"],
  ['/favicon.svg', "default-src 'none';", "form-action 'none'"],
])('%s comes with one whole policy, and is framed by nobody else', async (path, start, end) => {
  const [policy, ...rest] = await headersOf(path)
  expect([String(policy).startsWith(start), String(policy).endsWith(end)]).toEqual([true, true])
  expect(String(policy).match(/default-src/g)).toHaveLength(1)
  expect(rest).toEqual(['nosniff', 'SAMEORIGIN', 'same-origin-allow-popups'])
})
