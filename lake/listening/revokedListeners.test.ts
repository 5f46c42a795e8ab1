import {afterEach, beforeEach, expect, test} from 'vitest'
import {type AccountsData, readAccounts, writeAccounts} from '../auth/accounts.ts'
import {addToken, removeToken} from '../auth/changeAccounts.ts'
import {createTestLake, type TestLake} from '../fixtures/createTestLake.ts'

let lake: TestLake

beforeEach(() => {
  lake = createTestLake({signIn: true})
})
afterEach(() => lake.dispose())

/** An event stream past its welcome: `rest` is what it says from there to its end. */
async function open(path: string, headers: Record<string, string>): Promise<{rest: () => Promise<string>}> {
  const response = await lake.ask(path, {headers})
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toContain('event: welcome')
  return {
    async rest() {
      let text = ''
      for (;;) {
        const {done, value} = (await reader?.read()) ?? {done: true, value: ''}
        if (done) return text
        text += value
      }
    },
  }
}

const listen = '/v2021-06-07/data/listen/production?query=*'
const live = '/v2025-02-19/data/live/events/production'

function change(edit: (data: AccountsData) => AccountsData): void {
  writeAccounts(lake.dataDir, edit(readAccounts(lake.dataDir)))
}

const create = (id: string) =>
  lake.ask('/v1/data/mutate/production', {
    method: 'POST',
    headers: {...lake.asAdministrator, 'content-type': 'application/json'},
    body: JSON.stringify({mutations: [{create: {_id: id, _type: 'talk'}}]}),
  })

/** The server's end: streams that go on would never come to theirs. */
async function afterTheNextBeat(streams: Array<{rest: () => Promise<string>}>): Promise<string[]> {
  lake.beat()
  await create('secret')
  await lake.close()
  return Promise.all(streams.map((stream) => stream.rest()))
}

test('a token that was removed hears nothing from the next heartbeat on', async () => {
  let secret = ''
  change((data) => {
    const added = addToken(data, {label: 'script', role: 'viewer'}, {id: 'token-1', now: new Date(0)})
    secret = added.secret
    return added.data
  })
  const headers = {authorization: `Bearer ${secret}`}
  const streams = [await open(listen, headers), await open(`${live}?includeDrafts=true`, headers)]
  lake.beat()
  change((data) => removeToken(data, 'token-1'))
  expect(await afterTheNextBeat(streams)).toEqual([':\n\n', ':\n\n'])
})

test('a session that ended hears nothing from the next heartbeat on', async () => {
  await lake.dispose()
  lake = createTestLake()
  const cookie = lake.auth.startSession('pLocal').cookie.split(';')[0] ?? ''
  const streams = [await open(listen, {cookie}), await open(`${live}?includeDrafts=true`, {cookie})]
  await lake.ask('/v1/auth/logout', {method: 'POST', headers: {cookie}})
  expect(await afterTheNextBeat(streams)).toEqual(['', ''])
})

test('strangers hear nothing of a dataset that became private, and those who may read it go on', async () => {
  const strangers = [await open(listen, {}), await open(live, {})]
  const reader = await open(listen, lake.asAdministrator)
  await lake.ask('/v1/datasets/production', {
    method: 'PATCH',
    headers: lake.asAdministrator,
    body: JSON.stringify({aclMode: 'private'}),
  })
  const [first, second, heard] = await afterTheNextBeat([...strangers, reader])
  expect([first, second]).toEqual(['', ''])
  expect(heard).toMatch(/^:\n\nid: .+\nevent: mutation\n.*"documentId":"secret"/s)
})
