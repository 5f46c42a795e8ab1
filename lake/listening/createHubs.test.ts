import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {assembleLake} from '../assembleLake.ts'

test('a dataset that is removed ends the streams of its listeners, and only theirs', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lake-hubs-'))
  const {rim, store, close} = assembleLake({
    dataDir,
    projectId: 'lectern',
    dataset: 'production',
    origins: undefined,
    corsOrigins: [],
    publicOrigin: undefined,
    signIn: false,
    onFault: (error) => expect.unreachable(String(error)),
    onError: (error) => expect.unreachable(String(error)),
  })
  onTestFinished(async () => {
    await close()
    rmSync(dataDir, {recursive: true})
  })
  const ask = (method: string, path: string, body?: unknown): Promise<Response> =>
    rim.fetch(
      new Request(`http://localhost/v2025-02-19${path}`, {
        method,
        headers: {host: 'localhost', authorization: `Bearer ${rim.auth.administratorToken}`},
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
      }),
    )
  const listen = async (path: string): Promise<ReadableStreamDefaultReader<Uint8Array>> => {
    const reader = (await ask('GET', path)).body?.getReader()
    if (reader === undefined) throw new Error('There is no stream')
    expect(Buffer.from((await reader.read()).value ?? '').toString()).toContain('event: welcome')
    return reader
  }
  await ask('PUT', '/datasets/staging', {})
  const ended = [await listen('/data/listen/staging?query=*'), await listen('/data/live/events/staging')]
  const other = await listen('/data/listen/production?query=*')
  expect((await ask('DELETE', '/datasets/staging')).status).toBe(200)
  expect(await Promise.all(ended.map((reader) => reader.read()))).toEqual([
    {done: true, value: undefined},
    {done: true, value: undefined},
  ])
  store.dataset('production').commit([{create: {_id: 'a', _type: 'talk'}}], {
    identity: {id: 'pEditor', role: 'editor'},
  })
  expect(Buffer.from((await other.read()).value ?? '').toString()).toContain('event: mutation')
})
