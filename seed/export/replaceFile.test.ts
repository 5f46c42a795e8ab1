import {execFile, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {isPartName} from '../bundle/partFile.ts'
import {replaceFile} from './replaceFile.ts'

let folder: string
let page: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-replace-'))
  page = join(folder, 'index.md')
  writeFileSync(page, 'old')
})

afterEach(() => rmSync(folder, {recursive: true}))

const left = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])

test('a file is replaced with its rights, and one that is not there is made with its folder', () => {
  chmodSync(page, 0o640)
  replaceFile(page, 'new')
  expect([left(), statSync(page).mode & 0o777]).toEqual([[['index.md', 'new']], 0o640])
  replaceFile(join(folder, 'a/b/c.png'), Buffer.from('bytes'))
  expect(readFileSync(join(folder, 'a/b/c.png'), 'utf8')).toBe('bytes')
})

test('what throws in the last moment leaves the file, and nothing beside it', () => {
  const isStill = () => {
    writeFileSync(page, 'mine')
    throw new Error('changed')
  }
  expect(() => replaceFile(page, 'new', isStill)).toThrow(new Error('changed'))
  expect(left()).toEqual([['index.md', 'mine']])
})

test('what throws leaves no folder that was made for the file', () => {
  const place = join(folder, 'a/b/index.md')
  const fail = () => {
    throw new Error('no room')
  }
  expect(() => replaceFile(place, 'new', fail)).toThrow(new Error('no room'))
  expect(left()).toEqual([['index.md', 'old']])
  mkdirSync(join(folder, 'a'))
  const failLater = () => {
    writeFileSync(join(folder, 'a/other.md'), 'theirs')
    throw new Error('no room')
  }
  expect(() => replaceFile(place, 'new', failLater)).toThrow(new Error('no room'))
  expect(readdirSync(join(folder, 'a'))).toEqual(['other.md'])
})

test('a disk that is read-only is called that, where the folder is missing too', ({skip}) => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk]).status !== 0)
    skip('this user may not mount a disk')
  try {
    for (const name of ['index.md', 'a/b/index.md'])
      expect(() => replaceFile(join(disk, name), 'new')).toThrow(expect.objectContaining({code: 'EROFS'}))
  } finally {
    spawnSync('umount', [disk])
  }
})

/** Replaces the page in a process whose files end after some kilobytes, as they do on a full disk: in the middle. */
function replaceWithin(kilobytes: number, length: number): Promise<string> {
  const script = `import {replaceFile} from ${JSON.stringify(new URL('replaceFile.ts', import.meta.url))}
    try { replaceFile(process.argv[1], 'x'.repeat(${length})); console.log('written') } catch ({code}) { console.log(code) }`
  const run = `ulimit -f ${kilobytes} && exec "$0" --input-type=module -e "$1" "$2"`
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', run, process.execPath, script, page], (error, out) =>
      error ? reject(error) : resolve(out),
    )
  })
}

test('a file that the disk takes only a part of stays as it was', async () => {
  expect(await replaceWithin(8, 20_000)).toBe('EFBIG\n')
  expect(left()).toEqual([['index.md', 'old']])
  expect(await replaceWithin(64, 20_000)).toBe('written\n')
  expect(statSync(page).size).toBe(20_000)
})

/** Replaces the page again and again by one of many equal digits; killed after so many times, wherever it is then. */
async function replaceUntilKilled(times: number): Promise<void> {
  const script = `import {replaceFile} from ${JSON.stringify(new URL('replaceFile.ts', import.meta.url))}
    for (let digit = 0; ; digit = (digit + 1) % 10) { replaceFile(process.argv[1], String(digit).repeat(300_000)); process.stdout.write('.') }`
  const writer = spawn(process.execPath, ['--input-type=module', '-e', script, page], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let replaced = 0
  writer.stdout.on('data', (dots: Buffer) => {
    replaced += dots.length
    if (replaced >= times) writer.kill('SIGKILL')
  })
  await once(writer, 'close')
}

test('a process that is killed in the middle leaves a whole file', async () => {
  for (const times of [1, 2, 3, 5, 8]) {
    await replaceUntilKilled(times)
    expect(readFileSync(page, 'utf8')).toMatch(/^(\d)\1{299999}$/)
    expect(readdirSync(folder).filter((name) => name !== 'index.md' && !isPartName(name))).toEqual([])
  }
})
