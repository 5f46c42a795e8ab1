import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {writeFiles} from '../../test/support/writeFiles.ts'
import {readSite} from '../bundle/readSite.ts'
import {hashText} from '../values/hashText.ts'
import {hashWhile} from './hashWhile.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-hash-'))
  const names = Array.from({length: 60}, (_, index) => `content/event/talk-${index}/index.md`)
  writeFiles(folder, Object.fromEntries(names.map((name) => [name, `---\ntitle: ${name}\n---\n`])))
})

afterEach(() => rmSync(folder, {recursive: true}))

const hashed = (path: string): [string, string] => [path, hashText(`---\ntitle: ${path}\n---\n`, 40)]

test('hashes all pages when what is awaited takes long, but those that cannot be read', async () => {
  writeFileSync(join(folder, 'content/event/talk-0/index.md'), Buffer.from([0x2d, 0xff]))
  const site = readSite(folder)
  let answer: ((text: string) => void) | undefined
  const awaited = new Promise<string>((resolve) => (answer = resolve))
  const last = site.pages.at(-1)
  const pages = site.pages.map((page) => ({
    ...page,
    get path() {
      if (page === last) answer?.('known')
      return page.path
    },
  }))
  const {result, hashes} = await hashWhile(awaited, {folder, pages})
  expect(result).toBe('known')
  expect([...hashes]).toEqual(site.pages.flatMap(({path}) => (path.includes('talk-0/') ? [] : [hashed(path)])))
})

test('reads nothing more once there is an answer', async () => {
  expect(await hashWhile(Promise.resolve('known'), readSite(folder))).toEqual({result: 'known', hashes: new Map()})
})

test('rejects as what is awaited does', async () => {
  await expect(hashWhile(Promise.reject(new Error('no lake')), readSite(folder))).rejects.toThrow(new Error('no lake'))
})
