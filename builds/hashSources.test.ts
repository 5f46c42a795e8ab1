import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {hashSources} from './hashSources.ts'

let projectDir: string
beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), 'lectern-sources-'))
  write({'a.ts': 'a', 'a.test.ts': 'test', 'package-lock.json': '{}'})
})
afterEach(() => rmSync(projectDir, {recursive: true}))

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(projectDir, name), text)
}

const named = (...settings: string[]) => hashSources({projectDir, patterns: ['*.ts', '!**/*.test.*'], settings})

test('a name is 16 hex digits, and the same while nothing changed', () => {
  const before = named()
  expect(before).toMatch(/^[0-9a-f]{16}$/)
  write({'a.test.ts': 'another test', 'readme.md': 'no source'})
  expect(named()).toBe(before)
})

test.each([{'a.ts': 'changed'}, {'b.ts': ''}, {'package-lock.json': '{"changed": true}'}])(
  'another name with %j',
  (files) => {
    const before = named()
    write(files)
    expect(named()).not.toBe(before)
  },
)

test('another name when a file is called otherwise, and with another setting', () => {
  const before = named()
  expect(named('DATASET=other')).not.toBe(before)
  rmSync(join(projectDir, 'a.ts'))
  write({'b.ts': 'a'})
  expect(named()).not.toBe(before)
})
