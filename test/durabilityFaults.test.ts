import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {newDataDir} from './support/newDataDir.ts'
import {LakeDidNotStart, type RunningLake, startLake, type StartLakeOptions} from './support/startLake.ts'
import {runLecternToEnd} from './support/startLectern.ts'

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0
const MUTATE = '/v2025-02-19/data/mutate/production'

async function start(options: StartLakeOptions): Promise<RunningLake> {
  const lake = await startLake(options)
  onTestFinished(() => lake.kill())
  return lake
}

async function refusal(options: StartLakeOptions): Promise<string> {
  const lake = await startLake(options).catch((error: unknown) => error)
  if (lake instanceof LakeDidNotStart) return lake.message
  throw new Error('The lake started.')
}

const mutate = (lake: RunningLake, mutations: unknown[]): Promise<Response> =>
  lake.request(MUTATE, {method: 'POST', body: JSON.stringify({mutations})})

const isAlive = async (lake: RunningLake): Promise<boolean> => {
  const answer = await lake.request(`/v2025-02-19/data/query/production?query=${encodeURIComponent('1 + 1')}`)
  return (await answer.json())['result'] === 2
}

function assertCorrupt(error: LakeDidNotStart): void {
  expect(error.message).toMatch(/^code 3: corrupt: /)
}

test('a second process on the same folder is refused, and the first one goes on', async () => {
  const dataDir = newDataDir()
  const first = await start({dataDir})
  expect(await refusal({dataDir})).toMatch(/^code 3: locked: .* is in use by another process/)
  expect((await mutate(first, [{create: {_id: 'a', _type: 'talk'}}])).status).toBe(200)
})

test('the lock of a killed process does not outlive it', async () => {
  const dataDir = newDataDir()
  const first = await start({dataDir})
  await mutate(first, [{create: {_id: 'a', _type: 'talk'}}])
  await first.kill()
  const second = await start({dataDir})
  expect(await second.client().fetch('*[_id == "a"]._type')).toEqual(['talk'])
})

test('a file that is no database is refused and left as it was', async () => {
  const dataDir = newDataDir()
  mkdirSync(dataDir)
  const file = join(dataDir, 'lake.sqlite')
  const descriptor = openSync(file, 'w')
  writeSync(descriptor, 'not a database, but long enough to be taken for one'.repeat(200))
  closeSync(descriptor)
  const before = readFileSync(file)
  expect(await refusal({dataDir})).toMatch(/^code 3: corrupt: /)
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a damaged page is named as damage; what lies elsewhere is still served', async () => {
  const dataDir = newDataDir()
  const first = await start({dataDir})
  const text = 'x'.repeat(20_000)
  for (let index = 0; index < 20; index++)
    await mutate(first, [{create: {_id: `talk-${index}`, _type: 'talk', text: `${index}${text}`}}])
  await first.stop()

  const file = join(dataDir, 'lake.sqlite')
  const descriptor = openSync(file, 'r+')
  const noise = Buffer.alloc(4096, 0xab)
  // The header and the tables of contents lie at the front; documents fill most of the rest.
  for (let at = Math.floor(statSync(file).size / 2 / 4096) * 4096; at < statSync(file).size; at += 4096)
    writeSync(descriptor, noise, 0, noise.length, at)
  closeSync(descriptor)

  const started = await startLake({dataDir}).catch((error: unknown) => error)
  if (started instanceof LakeDidNotStart) return assertCorrupt(started)
  const lake = started as RunningLake
  onTestFinished(() => lake.kill())
  const answer = await lake.request(`/v2025-02-19/data/query/production?query=${encodeURIComponent('*{text}')}`)
  expect(answer.status).toBe(500)
  expect(await answer.json()).toEqual({
    statusCode: 500,
    error: 'storage_corrupt',
    message: expect.stringMatching(/damaged.*backup/),
  })
  expect(await isAlive(lake)).toBe(true)
})

test.runIf(isRoot)('a database file that may not be written is refused by name', async () => {
  const dataDir = newDataDir()
  await (await start({dataDir})).stop()
  execFileSync('chmod', ['755', dirname(dataDir)])
  execFileSync('chown', ['-R', String(NOBODY), dataDir])
  chownSync(join(dataDir, 'lake.sqlite'), 0, 0)
  chmodSync(join(dataDir, 'lake.sqlite'), 0o444)
  expect(await refusal({dataDir, user: NOBODY})).toMatch(/^code 3: folder_unwritable: .*lake\.sqlite cannot be written/)
})

test.runIf(isRoot)('a data folder that may not be written is refused by name', async () => {
  const dataDir = newDataDir()
  mkdirSync(dataDir)
  execFileSync('chmod', ['755', dirname(dataDir), dataDir])
  expect(await refusal({dataDir, user: NOBODY})).toMatch(/^code 3: folder_unwritable: .*cannot be written/)
})

/** A small disk of its own, where this machine lets us have one. */
function mountSmallDisk(folder: string, megabytes: number): boolean {
  try {
    mkdirSync(folder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {stdio: 'ignore'})
    onTestFinished(() => void execFileSync('umount', [folder]))
    return true
  } catch {
    return false
  }
}

/** Leaves no room at all. */
function fillDisk(folder: string): void {
  const descriptor = openSync(join(folder, 'filler'), 'w')
  try {
    for (;;) writeSync(descriptor, Buffer.alloc(4096))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    closeSync(descriptor)
  }
}

test('a full disk: 507, nothing half stored, reading goes on, and writing again once there is room', async ({skip}) => {
  const folder = newDataDir()
  if (!mountSmallDisk(folder, 12)) skip('this user may not mount a small disk')
  const lake = await start({dataDir: join(folder, 'data')})
  const text = 'x'.repeat(400_000)
  const answers: number[] = []
  for (let index = 0; index < 60 && answers.at(-1) !== 507; index++) {
    const pair = ['left', 'right'].map((side) => ({create: {_id: `${side}-${index}`, _type: 'talk', text}}))
    answers.push((await mutate(lake, pair)).status)
  }
  expect(answers.at(-1)).toBe(507)
  expect(new Set(answers.slice(0, -1))).toEqual(new Set([200]))
  const counts =
    '{"left": count(*[string::startsWith(_id, "left")]), "right": count(*[string::startsWith(_id, "right")])}'
  const {left, right} = await lake.client().fetch<{left: number; right: number}>(counts)
  expect([left, right]).toEqual([answers.length - 1, answers.length - 1])

  execFileSync('mount', ['-o', 'remount,size=64m', folder])
  expect((await mutate(lake, [{create: {_id: 'after', _type: 'talk', text}}])).status).toBe(200)
  await lake.kill()
  const again = await start({dataDir: join(folder, 'data')})
  expect(await again.client().fetch(`count(*[_type == "talk"])`)).toBe(2 * (answers.length - 1) + 1)
})

test('on a full disk the lake ends as ever, and keeps what it had', async ({skip}) => {
  const folder = newDataDir()
  if (!mountSmallDisk(folder, 4)) skip('this user may not mount a small disk')
  const lake = await start({dataDir: join(folder, 'data')})
  const text = 'x'.repeat(400_000)
  let stored = 0
  while ((await mutate(lake, [{create: {_id: `talk-${stored}`, _type: 'talk', text}}])).status === 200) stored++
  fillDisk(folder)
  expect(await lake.stop()).toBe(0)
  execFileSync('mount', ['-o', 'remount,size=64m', folder])
  const again = await start({dataDir: join(folder, 'data')})
  expect(await again.client().fetch('count(*[_type == "talk"])')).toBe(stored)
})

const FULL = 'The disk is full: nothing was stored. Free some space and try again. (database or disk is full)'

test.for<[when: string, room: number, output: string]>([
  ['before it has a database', 100_000, `Lectern cannot start: ${FULL}\n`],
  [
    'while the example site is seeded',
    330_000,
    `Seeding the example site (seed/content) …
Content Lake, POST /v2025-02-19/data/mutate/production: ${FULL}
Lectern cannot start: The lake refused: storage_full - ${FULL}\n`,
  ],
])('Lectern says that it cannot start on a full disk: %s', async ([, room, output], {skip}) => {
  const folder = newDataDir()
  if (!mountSmallDisk(folder, 1)) skip('this user may not mount a small disk')
  writeFileSync(join(folder, 'filler'), Buffer.alloc(1_048_576 - room))
  expect(await runLecternToEnd({dataDir: join(folder, 'data')})).toEqual({code: 1, output})
})
