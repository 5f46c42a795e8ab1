import {globSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {blockMeaning} from './blockMeaning.ts'
import {mergeBody} from './mergeBody.ts'
import {parseBody} from './parseBody.ts'
import {serializeBody} from './testing/serializeBody.ts'
import type {MarkdownContext, ParsedBody} from './types.ts'

const folder = join(import.meta.dirname, 'fixtures')

/** `<case>.md` is read as Wowchemy writes it, `<case>.kit.md` as the kit does. */
function contextOf(name: string): MarkdownContext {
  return {path: `${name}.md`, line: 1, dialect: name.endsWith('.kit') ? 'kit' : 'wowchemy'}
}

/** What a person reads in a fixture: the blocks without their keys, the notices, and the Markdown written anew. */
function describe({blocks, notices}: ParsedBody, written: string): unknown {
  return {
    blocks: JSON.parse(JSON.stringify(blocks, withoutKeys)),
    notices: notices.map(oneLine),
    written: written.split('\n'),
  }
}

function withoutKeys(name: string, value: unknown): unknown {
  if (name === '_key' || (name === 'markDefs' && Array.isArray(value) && value.length === 0)) return undefined
  return value
}

function oneLine({line, kind, message, value}: ParsedBody['notices'][number]): string {
  return `${line}: ${kind}: ${message}${value === undefined ? '' : ` ${value}`}`
}

/** UPDATE=1 writes the expectations anew; look at the difference before you commit it. */
test.for(globSync('*.md', {cwd: folder}).toSorted())('%s', (file) => {
  const name = file.replace(/\.md$/, '')
  const source = readFileSync(join(folder, file), 'utf8')
  const context = contextOf(name)
  const parsed = parseBody(source, context)
  const written = serializeBody(parsed.blocks, context)
  const described = describe(parsed, written)
  const expectation = join(folder, `${name}.json`)
  if (process.env['UPDATE'] === '1') writeFileSync(expectation, `${JSON.stringify(described, null, 2)}\n`)
  expect(described).toEqual(JSON.parse(readFileSync(expectation, 'utf8')))
  expect(parseBody(written, context).blocks.map(blockMeaning)).toEqual(parsed.blocks.map(blockMeaning))
  expect(mergeBody({source, current: parsed.blocks, context}).markdown).toBe(source)
})
