import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'
import {createTestRim, type TestRim, type TestRimOptions} from '../fixtures/createTestRim.ts'
import {addAccount, addToken, removeAccount} from './changeAccounts.ts'
import {readAccounts, writeAccounts} from './accounts.ts'

const rims: TestRim[] = []
const open = (options?: TestRimOptions): TestRim => {
  const rim = createTestRim(options)
  rims.push(rim)
  return rim
}
afterEach(() => {
  for (const rim of rims.splice(0)) rim.dispose()
})

const cookieOf = (header: string | null): string => header?.split(';')[0] ?? ''
const day = 24 * 60 * 60 * 1000
const password = 'correct horse battery'

async function withAccount(rim: TestRim, role: 'viewer' | 'editor' | 'administrator'): Promise<void> {
  const entry = {login: 'Yuna', name: '김유나', email: 'yuna@example.org', role, password}
  writeAccounts(rim.dataDir, await addAccount(readAccounts(rim.dataDir), entry, {id: 'pYuna', now: new Date(0)}))
}

const signIn = (rim: TestRim, login: string, word: string, origin = `${rim.origin}/studio`) =>
  rim.ask(`/v1/auth/login/local?origin=${encodeURIComponent(origin)}&projectId=lectern&type=dual`, {
    method: 'POST',
    headers: {origin: rim.origin},
    body: new URLSearchParams({login, password: word}),
  })

test("the administrator's token is in a file that only its owner reads, and stays the same", () => {
  const rim = open()
  const path = join(rim.dataDir, 'token')
  expect([readFileSync(path, 'utf8').trim(), statSync(path).mode & 0o777]).toEqual([rim.auth.administratorToken, 0o600])
})

test("nobody is {}, and the session that the Studio's page hands out is the local editor", async () => {
  const rim = open()
  expect(await rim.json('/v1/users/me')).toEqual({})
  const {cookie} = rim.auth.startSession('pLocal')
  expect(cookie).toMatch(/^lake_session_[0-9a-f]{8}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/)
  expect(await rim.json('/v2026-05-04/users/me', {headers: {cookie: cookieOf(cookie)}})).toEqual({
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
  const rim = open()
  const {secret} = rim.auth.startSession('pLocal')
  const stored = ['settings.sqlite', 'settings.sqlite-wal'].map((name) =>
    readFileSync(join(rim.dataDir, name), 'latin1'),
  )
  expect(stored.join('').includes(secret)).toBe(false)
})

test('writes and settings need a session: nobody gets 401 with the code that makes the Studio ask for one', async () => {
  const rim = open()
  const answer = {statusCode: 401, error: 'Unauthorized', message: 'Session not found', errorCode: 'SIO-401-ANF'}
  const requests: [string, string][] = [
    ['POST', '/v1/assets/images/production'],
    ['PUT', '/v1/datasets/other'],
    ['GET', '/v1/users/me/keyvalue/a'],
    ['GET', '/v1/projects/lectern'],
    ['GET', '/v1/projects/lectern/datasets/production/acl'],
  ]
  const answers = requests.map(([method, path]) => rim.json(path, {method}))
  expect(await Promise.all(answers)).toEqual(requests.map(() => answer))
  expect(await rim.json('/v1/projects/lectern', {headers: {authorization: 'Bearer nonsense'}})).toEqual(answer)
})

test('an expired session says that it expired', async () => {
  const rim = open()
  const headers = {cookie: cookieOf(rim.auth.startSession('pLocal').cookie)}
  rim.pass(31 * day)
  const expired = {statusCode: 401, error: 'Unauthorized', message: 'Session has expired', errorCode: 'SIO-401-AEX'}
  expect(await rim.json('/v1/users/me', {headers})).toEqual(expired)
  expect(await rim.json('/v1/projects/lectern', {headers})).toEqual(expired)
})

test('signing in: form, code, token, session, and out again', async () => {
  const rim = open({signIn: true})
  await withAccount(rim, 'editor')
  expect(await rim.json('/v1/auth/providers')).toEqual({
    providers: [{name: 'local', title: 'Local account', url: `${rim.origin}/v1/auth/login/local`}],
    thirdPartyLogin: false,
    sso: {saml: false},
  })
  const form = await rim.ask(`/v1/auth/login/local?origin=${rim.origin}/studio`, {
    headers: {'accept-language': 'ko-KR'},
  })
  expect([form.status, (await form.text()).includes('비밀번호'), form.headers.get('x-frame-options')]).toEqual([
    200,
    true,
    'DENY',
  ])

  const done = await signIn(rim, 'yuna', password)
  const [back, sid] = (done.headers.get('location') ?? '').split('#sid=')
  expect([done.status, back, sid?.length]).toEqual([303, `${rim.origin}/studio`, 43])
  expect(await rim.json('/v1/users/me', {headers: {cookie: cookieOf(done.headers.get('set-cookie'))}})).toEqual(
    expect.objectContaining({id: 'pYuna', name: '김유나', role: 'editor'}),
  )

  const fetched = await rim.ask(`/v1/auth/fetch?sid=${sid}`)
  const {token, label}: {token: string; label: string} = JSON.parse(await fetched.text())
  expect(label).toBe('Studio')
  expect((await rim.ask(`/v1/auth/fetch?sid=${sid}`)).status).toBe(401)
  const headers = {authorization: `Bearer ${token}`}
  expect(await rim.json('/v1/auth/id', {headers})).toEqual({id: 'pYuna', expiry: Date.UTC(2026, 10, 22, 9) + 30 * day})

  expect((await rim.ask('/v1/auth/logout', {method: 'POST', headers})).status).toBe(200)
  expect((await rim.ask('/v1/users/me', {headers})).status).toBe(401)
})

test('a code for the Studio lasts a minute', async () => {
  const rim = open({signIn: true})
  await withAccount(rim, 'editor')
  const sid = (await signIn(rim, 'Yuna', password)).headers.get('location')?.split('#sid=')[1] ?? ''
  rim.pass(60_000)
  expect((await rim.ask(`/v1/auth/fetch?sid=${sid}`)).status).toBe(401)
})

test.each(['https://evil.example/studio', '//evil.example', 'javascript:alert(1)', ''])(
  'signing in never leads to %j',
  async (origin) => {
    const rim = open({signIn: true})
    await withAccount(rim, 'editor')
    expect((await signIn(rim, 'Yuna', password, origin)).status).toBe(400)
  },
)

test('after ten wrong passwords even the right one has to wait, whoever asks for whatever spelling', async () => {
  const rim = open({signIn: true})
  await withAccount(rim, 'editor')
  const statuses: number[] = []
  for (let attempt = 0; attempt < 10; attempt += 1) statuses.push((await signIn(rim, 'Yuna', 'wrong password')).status)
  expect(new Set(statuses)).toEqual(new Set([401]))
  const blocked = await signIn(rim, ' yuna ', password)
  expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '900'])
  rim.pass(15 * 60 * 1000 + 1)
  expect((await signIn(rim, 'Yuna', password)).status).toBe(303)
})

test('roles: a viewer reads, an editor writes, an administrator changes datasets', async () => {
  const statuses: Record<string, number[]> = {}
  for (const role of ['viewer', 'editor', 'administrator'] as const) {
    const rim = open({signIn: true})
    const {data, secret} = addToken(readAccounts(rim.dataDir), {label: 'Test', role}, {id: 'rTest', now: new Date(0)})
    writeAccounts(rim.dataDir, data)
    const headers = {authorization: `Bearer ${secret}`}
    const responses = [
      await rim.ask('/v1/projects/lectern', {headers}),
      await rim.ask('/v1/assets/files/production?filename=a.txt', {method: 'POST', headers, body: 'a'}),
      await rim.ask('/v1/datasets/other', {method: 'PUT', headers, body: '{}'}),
    ]
    statuses[role] = responses.map((response) => response.status)
  }
  expect(statuses).toEqual({
    viewer: [200, 403, 403],
    editor: [200, 200, 403],
    administrator: [200, 200, 200],
  })
})

test('a removed account loses its sessions at once', async () => {
  const rim = open({signIn: true})
  await withAccount(rim, 'editor')
  const headers = {cookie: cookieOf((await signIn(rim, 'Yuna', password)).headers.get('set-cookie'))}
  expect((await rim.ask('/v1/projects/lectern', {headers})).status).toBe(200)
  writeAccounts(rim.dataDir, removeAccount(readAccounts(rim.dataDir), 'yuna'))
  expect((await rim.ask('/v1/projects/lectern', {headers})).status).toBe(401)
})

test('with sign-in, a session of the local default is worth nothing', async () => {
  const first = createTestRim()
  const headers = {cookie: cookieOf(first.auth.startSession('pLocal').cookie)}
  first.close()
  const second = open({signIn: true, dataDir: first.dataDir})
  expect((await second.ask('/v1/projects/lectern', {headers})).status).toBe(401)
})

test('the file of accounts holds neither passwords nor tokens', async () => {
  const rim = open({signIn: true})
  await withAccount(rim, 'editor')
  const {data, secret} = addToken(readAccounts(rim.dataDir), {label: 'T', role: 'viewer'}, {id: 'r', now: new Date(0)})
  writeAccounts(rim.dataDir, data)
  const path = join(rim.dataDir, 'accounts.json')
  const text = readFileSync(path, 'utf8')
  expect([text.includes(password), text.includes(secret), statSync(path).mode & 0o777]).toEqual([false, false, 0o600])
})
