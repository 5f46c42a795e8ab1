import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {BuildFolderError, buildOnce} from './buildOnce.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'lectern-builds-')), 'inner')
})
afterEach(() => {
  rmSync(join(folder, '..'), {recursive: true})
})

const writing = (text: string) => async (into: string) => writeFileSync(join(into, 'built.txt'), text)

function age(name: string, hours: number): void {
  const then = new Date(Date.now() - hours * 3_600_000)
  utimesSync(join(folder, name), then, then)
}

test('what is there is not built again', async () => {
  const target = await buildOnce({folder, key: 'one', build: writing('first')})
  expect(await buildOnce({folder, key: 'one', build: writing('second')})).toBe(target)
  expect(readFileSync(join(target, 'built.txt'), 'utf8')).toBe('first')
})

test('a build that fails leaves nothing behind', async () => {
  const build = async (into: string) => {
    await writing('half')(into)
    throw new Error('no room')
  }
  await expect(buildOnce({folder, key: 'one', build})).rejects.toThrow('no room')
  expect(readdirSync(folder)).toEqual([])
})

test('another user may read a build, and is told where one cannot be made', async () => {
  const target = await buildOnce({folder, key: 'one', build: writing('first')})
  expect(statSync(target).mode & 0o777).toBe(0o777 & ~process.umask())
  chmodSync(folder, 0o555)
  const asOther = process.geteuid?.() === 0 ? process.seteuid?.bind(process) : undefined
  chmodSync(join(folder, '..'), 0o755)
  asOther?.(65_534)
  try {
    await expect(buildOnce({folder, key: 'two', build: writing('second')})).rejects.toThrow(
      new BuildFolderError(
        `There is no build of these sources in ${folder}, and this user may not write there. Run the command once as a user who may, or give this one the right.`,
      ),
    )
  } finally {
    asOther?.(0)
    chmodSync(folder, 0o755)
  }
})

test('several that build the same at once all get it', async () => {
  let waiting = 3
  let openGate: () => void
  const gate = new Promise<void>((resolve) => (openGate = resolve))
  const build = (number: number) => async (into: string) => {
    await writing(`by ${number}`)(into)
    if (--waiting === 0) openGate()
    await gate
  }
  const targets = await Promise.all([1, 2, 3].map((number) => buildOnce({folder, key: 'one', build: build(number)})))
  expect(new Set(targets)).toEqual(new Set([join(folder, 'one')]))
  expect(readdirSync(folder)).toEqual(['one'])
  expect(readFileSync(join(folder, 'one/built.txt'), 'utf8')).toMatch(/^by [123]$/)
})

test('builds of older sources go after a day, by whichever process is first', async () => {
  for (const key of ['old', 'young']) await buildOnce({folder, key, build: writing(key)})
  age('old', 25)
  age('young', 23)
  await Promise.all(['new', 'newer'].map((key) => buildOnce({folder, key, build: writing(key)})))
  expect(readdirSync(folder).sort()).toEqual(['new', 'newer', 'young'])
  expect(existsSync(join(folder, 'old'))).toBe(false)
})
