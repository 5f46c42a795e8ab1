import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test} from 'vitest'
import {WebSocket} from 'ws'
import {newDataDir} from './support/newDataDir.ts'
import {createDataDir, runLecternToEnd, type RunningLectern, startLectern} from './support/startLectern.ts'

async function start(dataDir: string): Promise<RunningLectern> {
  const lectern = await startLectern({dataDir})
  onTestFinished(() => lectern.kill())
  return lectern
}

const everything = (lectern: RunningLectern) =>
  lectern.client().fetch('*[!(_id in path("_.**"))] | order(_id) {_id, _rev}', {}, {perspective: 'raw'})

test('the first start seeds the Korean talk; the next one finds everything as it was', async () => {
  const dataDir = newDataDir()
  const first = await start(dataDir)
  expect(first.output()).toContain('Seeding the example site')
  const seeded = await everything(first)
  expect(await first.stop()).toBe(0)

  const second = await start(dataDir)
  expect(second.output()).not.toContain('Seeding')
  expect(await everything(second)).toEqual(seeded)
})

test('anybody may ask for what is published, as the hosted service answers', async () => {
  const lectern = await start(newDataDir())
  const query = '*[_type == "talk"][0]{title, "authors": authors[]->name, "bold": body[].children[0]{text, marks}}'
  const response = await fetch(`${lectern.url}/v2025-02-19/data/query/production?query=${encodeURIComponent(query)}`)
  expect(response.status).toBe(200)
  const answer: unknown = await response.json()
  expect(answer).toEqual({
    query,
    result: {
      title: '백엔드 개발에 대한 짧은 견해',
      authors: [expect.any(String)],
      bold: [
        {text: '백엔드 개발자가 갖추어야할 역량', marks: ['strong']},
        {text: '어려운 점', marks: ['strong']},
      ],
    },
    ms: expect.any(Number),
    syncTags: expect.any(Array),
  })
})

test('an acknowledged publish survives SIGKILL', async () => {
  const dataDir = newDataDir()
  const first = await start(dataDir)
  const client = first.client()
  const id = await client.fetch<string>('*[_type == "talk"][0]._id')
  await client.action({
    actionType: 'sanity.action.document.edit',
    publishedId: id,
    draftId: `drafts.${id}`,
    patch: {set: {title: '정전에도 남는 제목'}},
  })
  await client.action({actionType: 'sanity.action.document.publish', publishedId: id, draftId: `drafts.${id}`})
  await first.kill()

  const second = await start(dataDir)
  expect(await second.client().fetch('*[_type == "talk"]{title}')).toEqual([{title: '정전에도 남는 제목'}])
})

test('Ctrl-C ends it while a Studio is open, which is told', async () => {
  const lectern = await start(newDataDir())
  const socket = new WebSocket(`${lectern.url.replace('http', 'ws')}/v1/streams`, {origin: lectern.url})
  await once(socket, 'open')
  const [code, [goodbye]] = await Promise.all([lectern.stop(), once(socket, 'close')])
  expect([code, goodbye]).toEqual([0, 1001])
})

test('a signal to npm alone ends it, too', async () => {
  const npm = spawn('npm', ['start'], {
    env: {...process.env, NODE_ENV: '', PORT: '0', LECTERN_DATA: newDataDir()},
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  onTestFinished(() => void (npm.stdout.destroyed || process.kill(-(npm.pid ?? 0), 'SIGKILL')))
  let printed = ''
  for await (const chunk of npm.stdout) {
    const isServing = printed.includes('Ctrl-C')
    printed += String(chunk)
    if (!isServing && printed.includes('Ctrl-C')) npm.kill('SIGTERM')
  }
  expect(printed).toMatch(/Ctrl-C stops it\.\n\nStopping …\n$/)
})

test('a page of another origin and a forged Host header get nothing', async () => {
  const lectern = await start(newDataDir())
  const url = `${lectern.url}/v2025-02-19/data/query/production?query=*`
  const foreign = await fetch(url, {headers: {origin: 'https://evil.example'}})
  expect(foreign.status).toBe(403)
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
  const {request} = await import('node:http')
  const status = await new Promise((resolve, reject) => {
    request(url, {headers: {host: 'evil.example'}}, (response) => resolve(response.statusCode))
      .on('error', reject)
      .end()
  })
  expect(status).toBe(421)
})

test('a taken port ends with code 1 and the way out', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const {code, output} = await runLecternToEnd({dataDir: newDataDir(), env: {PORT: String(port)}})
  expect({code, output}).toEqual({
    code: 1,
    output: `Lectern cannot start: Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start\n`,
  })
})

test('a folder that cannot be written ends with code 1', async () => {
  const {dataDir: file} = createDataDir()
  writeFileSync(join(dirname(file), 'file'), '')
  const {code, output} = await runLecternToEnd({dataDir: join(dirname(file), 'file', 'data')})
  expect(code).toBe(1)
  expect(output).toMatch(/^Lectern cannot start: .*file/)
})

test('a data folder of a newer version ends with code 1 and is left alone', async () => {
  const dataDir = newDataDir()
  const lectern = await start(dataDir)
  await lectern.stop()
  const database = new DatabaseSync(join(dataDir, 'lake.sqlite'))
  database.exec('PRAGMA user_version = 9999')
  database.close()
  const {code, output} = await runLecternToEnd({dataDir})
  expect(code).toBe(1)
  expect(output).toMatch(/^Lectern cannot start: .*newer version/)
})
