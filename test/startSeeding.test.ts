import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createServer} from 'node:net'
import {expect, onTestFinished, test} from 'vitest'
import {newDataDir} from './support/newDataDir.ts'
import {type RunningLectern, startLectern} from './support/startLectern.ts'

/** Starts Lectern and kills it as soon as it has printed a text. */
async function killAt(text: string, dataDir: string): Promise<void> {
  const child = spawn(process.execPath, ['start.ts'], {
    env: {...process.env, NODE_ENV: '', PORT: '0', LECTERN_DATA: dataDir},
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'close')
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    if (printed.includes(text)) child.kill('SIGKILL')
  })
  await ended
  expect([child.signalCode, printed]).toEqual(['SIGKILL', expect.stringContaining(text)])
}

async function contentOf(dataDir: string): Promise<{output: string; content: unknown}> {
  const lectern: RunningLectern = await startLectern({dataDir})
  onTestFinished(() => lectern.kill())
  const everything = '*[!(_id in path("_.**"))] | order(_id) {"document": @}'
  const found = await lectern.client().fetch<Array<{document: object}>>(everything, {}, {perspective: 'raw'})
  const content = found.map(({document}) =>
    Object.fromEntries(Object.entries(document).filter(([name]) => !/^_(rev|createdAt|updatedAt)$/.test(name))),
  )
  await lectern.stop()
  return {output: lectern.output(), content}
}

/** Starts Lectern and asks its lake for the titles of talks as soon as it has printed a text. */
async function titlesAt(text: string): Promise<unknown> {
  const port = await freePort()
  const child = spawn(process.execPath, ['start.ts'], {
    env: {...process.env, NODE_ENV: '', PORT: String(port), LECTERN_DATA: newDataDir()},
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  await new Promise<void>((resolve) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes(text)) resolve()
    })
  })
  const query = encodeURIComponent('*[_type == "talk"].title')
  const response = await fetch(`http://localhost:${port}/v2025-02-19/data/query/production?query=${query}`)
  const {result}: {result?: unknown} = JSON.parse(await response.text())
  return result
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('whoever asks during the first start sees the example site, and never an empty lake', async () => {
  expect(await titlesAt('Seeding the example site')).toEqual(['백엔드 개발에 대한 짧은 견해'])
}, 120_000)

test('a first seed that was killed is done again, to the last document; a finished one is not', async () => {
  const whole = await contentOf(newDataDir())
  expect(whole.output).toContain('Seeding the example site')
  for (const moment of ['Seeding the example site', ' pages: ']) {
    const dataDir = newDataDir()
    await killAt(moment, dataDir)
    const again = await contentOf(dataDir)
    expect(again.content).toEqual(whole.content)
    const third = await contentOf(dataDir)
    expect([third.output.includes('Seeding'), third.content]).toEqual([false, whole.content])
  }
}, 600_000)
