import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'
import {LakeStartError} from '../errors.ts'
import {createTestLake, type TestLake, type TestLakeOptions} from '../fixtures/createTestLake.ts'
import {readAccounts, writeAccounts} from './accounts.ts'
import {addAccount, addToken, changePassword, changeRole, removeAccount, signOut} from './changeAccounts.ts'

const lakes: TestLake[] = []
const open = (options?: TestLakeOptions): TestLake => {
  const lake = createTestLake(options)
  lakes.push(lake)
  return lake
}
afterEach(async () => {
  for (const lake of lakes.splice(0)) await lake.dispose()
})

const cookieOf = (header: string | null): string => header?.split(';')[0] ?? ''
const day = 24 * 60 * 60 * 1000
const password = 'correct horse battery'

async function withAccount(lake: TestLake, role: 'viewer' | 'editor' | 'administrator'): Promise<void> {
  const entry = {login: 'Yuna', name: '김유나', email: 'yuna@example.org', role, password}
  writeAccounts(lake.dataDir, await addAccount(readAccounts(lake.dataDir), entry, {id: 'pYuna', now: new Date(0)}))
}

const signIn = (lake: TestLake, login: string, word: string, origin = `${lake.origin}/studio`, address?: string) =>
  lake.ask(
    `/v1/auth/login/local?origin=${encodeURIComponent(origin)}&projectId=lectern&type=dual`,
    {method: 'POST', headers: {origin: lake.origin}, body: new URLSearchParams({login, password: word})},
    {address},
  )

test('a list of accounts that cannot be read is told at the start, and the folder is free again', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lake-'))
  const path = join(dataDir, 'accounts.json')
  writeFileSync(path, '{')
  expect(() => createTestLake({dataDir})).toThrow(new LakeStartError('corrupt', `${path} cannot be read`))
  rmSync(path)
  open({dataDir})
})

test("the administrator's token is in a file that only its owner reads, and stays the same", () => {
  const lake = open()
  const path = join(lake.dataDir, 'token')
  expect([readFileSync(path, 'utf8').trim(), statSync(path).mode & 0o777]).toEqual([
    lake.auth.administratorToken,
    0o600,
  ])
})

test("nobody is {}, and the session that the Studio's page hands out is the local editor", async () => {
  const lake = open()
  expect(await lake.json('/v1/users/me')).toEqual({})
  const {cookie} = lake.auth.startSession('pLocal')
  expect(cookie).toMatch(/^lake_session_[0-9a-f]{8}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/)
  expect(await lake.json('/v2026-05-04/users/me', {headers: {cookie: cookieOf(cookie)}})).toEqual({
    id: 'pLocal',
    name: 'Local Editor',
    email: 'editor@localhost',
    profileImage: null,
    role: 'administrator',
    roles: [{name: 'administrator', title: 'Administrator'}],
    provider: 'local',
  })
})

test('a session is stored as its hash only', () => {
  const lake = open()
  const {secret} = lake.auth.startSession('pLocal')
  const stored = ['settings.sqlite', 'settings.sqlite-wal'].map((name) =>
    readFileSync(join(lake.dataDir, name), 'latin1'),
  )
  expect(stored.join('').includes(secret)).toBe(false)
})

test('writes and settings need a session: nobody gets 401 with the code that makes the Studio ask for one', async () => {
  const lake = open()
  const answer = {statusCode: 401, error: 'Unauthorized', message: 'Session not found', errorCode: 'SIO-401-ANF'}
  const requests: [string, string][] = [
    ['POST', '/v1/assets/images/production'],
    ['PUT', '/v1/datasets/other'],
    ['GET', '/v1/users/me/keyvalue/a'],
    ['GET', '/v1/projects/lectern'],
    ['GET', '/v1/projects/lectern/datasets/production/acl'],
  ]
  const answers = requests.map(([method, path]) => lake.json(path, {method}))
  expect(await Promise.all(answers)).toEqual(requests.map(() => answer))
  expect(await lake.json('/v1/projects/lectern', {headers: {authorization: 'Bearer nonsense'}})).toEqual(answer)
})

test('an expired session says that it expired', async () => {
  const lake = open()
  const headers = {cookie: cookieOf(lake.auth.startSession('pLocal').cookie)}
  lake.pass(31 * day)
  const expired = {statusCode: 401, error: 'Unauthorized', message: 'Session has expired', errorCode: 'SIO-401-AEX'}
  expect(await lake.json('/v1/users/me', {headers})).toEqual(expired)
  expect(await lake.json('/v1/projects/lectern', {headers})).toEqual(expired)
})

test('signing in: form, code, token, session, and out again', async () => {
  const lake = open({signIn: true})
  await withAccount(lake, 'editor')
  const providers = (title: string) => ({
    providers: [{name: 'local', title, url: `${lake.origin}/v1/auth/login/local`}],
    thirdPartyLogin: false,
    sso: {saml: false},
  })
  expect(await lake.json('/v1/auth/providers')).toEqual(providers('Local account'))
  const korean = {headers: {'accept-language': 'ko-KR,ko;q=0.9'}}
  expect(await lake.json('/v1/auth/providers', korean)).toEqual(providers('이 서버의 계정'))
  const form = await lake.ask(`/v1/auth/login/local?origin=${lake.origin}/studio`, {
    headers: {'accept-language': 'ko-KR'},
  })
  expect([form.status, (await form.text()).includes('비밀번호'), form.headers.get('x-frame-options')]).toEqual([
    200,
    true,
    'DENY',
  ])

  const done = await signIn(lake, 'yuna', password)
  const [back, sid] = (done.headers.get('location') ?? '').split('#sid=')
  expect([done.status, back, sid?.length]).toEqual([303, `${lake.origin}/studio`, 43])
  expect(await lake.json('/v1/users/me', {headers: {cookie: cookieOf(done.headers.get('set-cookie'))}})).toEqual({
    id: 'pYuna',
    name: '김유나',
    email: 'yuna@example.org',
    profileImage: null,
    provider: 'local',
    role: 'editor',
    roles: [{name: 'editor', title: 'Editor'}],
  })

  const fetched = await lake.ask(`/v1/auth/fetch?sid=${sid}`)
  const {token, label}: {token: string; label: string} = JSON.parse(await fetched.text())
  expect(label).toBe('Studio')
  expect((await lake.ask(`/v1/auth/fetch?sid=${sid}`)).status).toBe(401)
  const headers = {authorization: `Bearer ${token}`}
  expect(await lake.json('/v1/auth/id', {headers})).toEqual({id: 'pYuna', expiry: Date.UTC(2026, 10, 22, 9) + 30 * day})

  expect((await lake.ask('/v1/auth/logout', {method: 'POST', headers})).status).toBe(200)
  expect((await lake.ask('/v1/users/me', {headers})).status).toBe(401)
})

test('a code for the Studio lasts a minute', async () => {
  const lake = open({signIn: true})
  await withAccount(lake, 'editor')
  const sid = (await signIn(lake, 'Yuna', password)).headers.get('location')?.split('#sid=')[1] ?? ''
  lake.pass(60_000)
  expect((await lake.ask(`/v1/auth/fetch?sid=${sid}`)).status).toBe(401)
})

test.each(['https://evil.example/studio', '//evil.example', 'javascript:alert(1)', ''])(
  'signing in never leads to %j',
  async (origin) => {
    const lake = open({signIn: true})
    await withAccount(lake, 'editor')
    expect((await signIn(lake, 'Yuna', password, origin)).status).toBe(400)
  },
)

test('after ten wrong passwords even the right one has to wait, whoever asks for whatever spelling', async () => {
  const lake = open({signIn: true})
  await withAccount(lake, 'editor')
  const statuses: number[] = []
  for (let attempt = 0; attempt < 10; attempt += 1) statuses.push((await signIn(lake, 'Yuna', 'wrong password')).status)
  expect(new Set(statuses)).toEqual(new Set([401]))
  const blocked = await signIn(lake, ' yuna ', password)
  expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '900'])
  lake.pass(15 * 60 * 1000 + 1)
  expect((await signIn(lake, 'Yuna', password)).status).toBe(303)
})

test('who guesses at one place locks nobody out at another', async () => {
  const lake = open({signIn: true})
  await withAccount(lake, 'editor')
  const studio = `${lake.origin}/studio`
  for (let attempt = 0; attempt < 11; attempt += 1) await signIn(lake, 'Yuna', 'wrong', studio, '198.51.100.7')
  expect((await signIn(lake, 'Yuna', password, studio, '198.51.100.7')).status).toBe(429)
  expect((await signIn(lake, 'Yuna', password, studio, '192.0.2.1')).status).toBe(303)
})

test('behind a proxy with TLS: addresses are those that people see, and the cookie goes over https alone', async () => {
  const lake = open({signIn: true, origins: () => ['http://localhost:3333', 'https://talks.example.org']})
  await withAccount(lake, 'editor')
  const at = 'https://talks.example.org'
  const proxied = {host: 'talks.example.org', 'x-forwarded-proto': 'http'}
  const viaProxy = (path: string, init: RequestInit = {}) =>
    lake.fetch(new Request(`http://talks.example.org${path}`, {...init, headers: proxied}))
  expect(await (await viaProxy('/v1/auth/providers')).json()).toEqual({
    providers: [{name: 'local', title: 'Local account', url: `${at}/v1/auth/login/local`}],
    thirdPartyLogin: false,
    sso: {saml: false},
  })
  const done = await viaProxy(`/v1/auth/login/local?origin=${at}/studio`, {
    method: 'POST',
    body: new URLSearchParams({login: 'yuna', password}),
  })
  expect([done.status, done.headers.get('location')?.split('#')[0]]).toEqual([303, `${at}/studio`])
  expect(done.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/)
})

test('roles: a viewer reads, an editor writes, an administrator changes datasets', async () => {
  const statuses: Record<string, number[]> = {}
  for (const role of ['viewer', 'editor', 'administrator'] as const) {
    const lake = open({signIn: true})
    const {data, secret} = addToken(readAccounts(lake.dataDir), {label: 'Test', role}, {id: 'rTest', now: new Date(0)})
    writeAccounts(lake.dataDir, data)
    const headers = {authorization: `Bearer ${secret}`}
    const responses = [
      await lake.ask('/v1/projects/lectern', {headers}),
      await lake.ask('/v1/assets/files/production?filename=a.txt', {method: 'POST', headers, body: 'a'}),
      await lake.ask('/v1/datasets/other', {method: 'PUT', headers, body: '{}'}),
    ]
    statuses[role] = responses.map((response) => response.status)
  }
  expect(statuses).toEqual({
    viewer: [200, 403, 403],
    editor: [200, 200, 403],
    administrator: [200, 200, 200],
  })
})

test('a viewer comments, and writes nothing else', async () => {
  const lake = open({signIn: true})
  const {data, secret} = addToken(readAccounts(lake.dataDir), {label: 'T', role: 'viewer'}, {id: 'r', now: new Date(0)})
  writeAccounts(lake.dataDir, data)
  const headers = {authorization: `Bearer ${secret}`}
  await lake.ask('/v1/comments/production/setup', {method: 'POST', headers})
  const body = JSON.stringify({mutations: [{create: {_type: 'comment'}}]})
  const statusOf = async (path: string) => (await lake.ask(path, {method: 'POST', headers, body})).status
  expect([
    await statusOf('/v1/data/mutate/production-comments'),
    await statusOf('/v1/data/mutate/production'),
    await statusOf('/v1/data/mutate/nothing'),
    await statusOf('/v1/assets/files/production-comments?filename=a.txt'),
  ]).toEqual([200, 403, 403, 403])
  // By this type the Studio knows what not to offer.
  const description = 'The role viewer may not do this: it needs editor'
  expect(await lake.json('/v1/data/mutate/production', {method: 'POST', headers, body})).toEqual({
    error: {type: 'insufficientPermissionsError', description},
  })
})

test('a removed account loses its sessions at once', async () => {
  const lake = open({signIn: true})
  await withAccount(lake, 'editor')
  const headers = {cookie: cookieOf((await signIn(lake, 'Yuna', password)).headers.get('set-cookie'))}
  expect((await lake.ask('/v1/projects/lectern', {headers})).status).toBe(200)
  writeAccounts(lake.dataDir, removeAccount(readAccounts(lake.dataDir), 'yuna'))
  expect((await lake.ask('/v1/projects/lectern', {headers})).status).toBe(401)
})

test('another password signs out everywhere, codes that are on their way included', async () => {
  const lake = open({signIn: true})
  await withAccount(lake, 'editor')
  const before = await signIn(lake, 'Yuna', password)
  const sid = before.headers.get('location')?.split('#sid=')[1] ?? ''
  const headers = {cookie: cookieOf(before.headers.get('set-cookie'))}
  writeAccounts(lake.dataDir, await changePassword(readAccounts(lake.dataDir), 'YUNA', 'another battery'))
  const over = {statusCode: 401, error: 'Unauthorized', message: 'Session has expired', errorCode: 'SIO-401-AEX'}
  expect(await lake.json('/v1/projects/lectern', {headers})).toEqual(over)
  expect((await lake.ask(`/v1/auth/fetch?sid=${sid}`)).status).toBe(401)
  expect((await signIn(lake, 'Yuna', password)).status).toBe(401)
  const after = {cookie: cookieOf((await signIn(lake, 'Yuna', 'another battery')).headers.get('set-cookie'))}
  expect((await lake.ask('/v1/projects/lectern', {headers: after})).status).toBe(200)
  writeAccounts(lake.dataDir, signOut(readAccounts(lake.dataDir), 'yuna'))
  expect(await lake.json('/v1/projects/lectern', {headers: after})).toEqual(over)
})

test('another role holds from the next request on, in the same session', async () => {
  const lake = open({signIn: true})
  await withAccount(lake, 'viewer')
  const headers = {cookie: cookieOf((await signIn(lake, 'Yuna', password)).headers.get('set-cookie'))}
  const write = async () =>
    (await lake.ask('/v1/assets/files/production?filename=a.txt', {method: 'POST', headers, body: 'a'})).status
  expect(await write()).toBe(403)
  writeAccounts(lake.dataDir, changeRole(readAccounts(lake.dataDir), 'yuna', 'editor'))
  expect(await write()).toBe(200)
})

test('with sign-in, a session of the local default is worth nothing', async () => {
  const first = createTestLake()
  const headers = {cookie: cookieOf(first.auth.startSession('pLocal').cookie)}
  await first.close()
  const second = open({signIn: true, dataDir: first.dataDir})
  expect((await second.ask('/v1/projects/lectern', {headers})).status).toBe(401)
})

test('the file of accounts holds neither passwords nor tokens', async () => {
  const lake = open({signIn: true})
  await withAccount(lake, 'editor')
  const {data, secret} = addToken(readAccounts(lake.dataDir), {label: 'T', role: 'viewer'}, {id: 'r', now: new Date(0)})
  writeAccounts(lake.dataDir, data)
  const path = join(lake.dataDir, 'accounts.json')
  const text = readFileSync(path, 'utf8')
  expect([text.includes(password), text.includes(secret), statSync(path).mode & 0o777]).toEqual([false, false, 0o600])
})
