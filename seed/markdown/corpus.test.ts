import {expect, test} from 'vitest'
import {blockMeaning} from './blockMeaning.ts'
import {mergeBody} from './mergeBody.ts'
import {parseBody} from './parseBody.ts'
import {corpusFolder, readCorpus} from './testing/corpusBodies.ts'
import {hasHugo, renderWithHugo} from './testing/renderWithHugo.ts'
import {serializeBody} from './testing/serializeBody.ts'
import type {Body, Dialect, MarkdownContext} from './types.ts'

const folder = corpusFolder()
const missing = 'no corpus: set LECTERN_CORPUS to a folder of Hugo sites'
const bodies = folder === undefined ? [] : readCorpus(folder)

function contextOf(path: string, dialect: Dialect): MarkdownContext {
  return {path, line: 1, dialect}
}

/** Whole sites take a while on a busy machine. */
const patience = {timeout: 180_000}

test.for(['wowchemy', 'kit'] as const)(
  'real pages come back byte for byte and block for block: %s',
  patience,
  (dialect, {skip}) => {
    if (folder === undefined) skip(missing)
    const failures: string[] = []
    const counts = new Map<string, number>()
    for (const {path, body} of bodies) {
      const context = contextOf(path, dialect)
      const {blocks, spans} = parseBody(body, context)
      for (const {_type} of blocks) counts.set(_type, (counts.get(_type) ?? 0) + 1)
      if (mergeBody({source: body, current: blocks, context}).markdown !== body) failures.push(`${path}: not identical`)
      const again = parseBody(serializeBody(blocks, context), context).blocks
      if (JSON.stringify(again.map(blockMeaning)) !== JSON.stringify(blocks.map(blockMeaning))) {
        failures.push(`${path}: other blocks after writing`)
      }
      const glue = spans.map(({start}, index) => body.slice(spans[index - 1]?.end ?? 0, start)).join('')
      if (/[^\s>]/.test(glue)) failures.push(`${path}: content outside of blocks: ${glue.trim()}`)
    }
    console.log([...counts].map(([type, count]) => `${type} ${count}`).join(', '))
    expect(failures).toEqual([])
  },
)

test('an edited paragraph changes only its own lines on real pages', patience, ({skip}) => {
  if (folder === undefined) skip(missing)
  const failures: string[] = []
  for (const {path, body} of bodies) {
    const context = contextOf(path, 'wowchemy')
    const {blocks, spans} = parseBody(body, context)
    const index = blocks.findIndex((block) => block._type === 'block')
    const span = spans[index]
    if (span === undefined) continue
    const current = appendWord(blocks, index)
    const {markdown} = mergeBody({source: body, current, context})
    const isLocal = markdown.startsWith(body.slice(0, span.start)) && markdown.endsWith(body.slice(span.end))
    if (!isLocal || !markdown.includes('편집됨')) failures.push(path)
    const read = parseBody(markdown, context).blocks.map(blockMeaning)
    if (JSON.stringify(read) !== JSON.stringify(current.map(blockMeaning))) failures.push(`${path}: read differently`)
  }
  expect(failures).toEqual([])
})

function appendWord(blocks: Body, index: number): Body {
  return blocks.map((block, at) =>
    at === index && block._type === 'block'
      ? {...block, children: [...block.children, {_type: 'span', _key: 'edited', text: ' 편집됨', marks: []}]}
      : block,
  )
}

test('real pages written anew from their blocks give the same page in Hugo', patience, ({skip}) => {
  if (folder === undefined) skip(missing)
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  const texts = bodies.map(({body}) => body.replace(/\{\{[<%]/g, '((').replace(/[>%]\}\}/g, '))'))
  const context = contextOf('page.md', 'wowchemy')
  const exported = texts.map((text) => serializeBody(parseBody(text, context).blocks, context))
  const pages = renderWithHugo([...texts, ...exported])
  const different = bodies.flatMap(({path}, index) => (pages[index] === pages[index + texts.length] ? [] : [path]))
  expect(different).toEqual([])
})
