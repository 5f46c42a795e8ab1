import {createRequire} from 'node:module'
import {expect, test} from 'vitest'
import {parseBody} from './parseBody.ts'
import {hasHugo, renderWithHugo} from './testing/renderWithHugo.ts'
import {serializeBody} from './testing/serializeBody.ts'
import type {MarkdownContext} from './types.ts'

interface Example {
  markdown: string
  section: string
  number: number
}

const context: MarkdownContext = {path: 'example.md', line: 1, dialect: 'wowchemy'}

/** commonmark-spec exports its examples with arrows for tabs. */
function readExamples(): Example[] {
  const {tests} = createRequire(import.meta.url)('commonmark-spec') as {tests: Example[]}
  return tests.map((example) => ({...example, markdown: example.markdown.replaceAll('→', '\t')}))
}

test(
  'every example of CommonMark, written anew from its blocks, gives the same page in Hugo',
  {timeout: 120_000},
  ({skip}) => {
    if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
    const examples = readExamples()
    const exported = examples.map(({markdown}) => serializeBody(parseBody(markdown, context).blocks, context))
    const pages = renderWithHugo([...examples.map(({markdown}) => markdown), ...exported])
    const different = examples.flatMap((example, index) => {
      const before = pages[index]
      const after = pages[index + examples.length]
      return before === after ? [] : [{number: example.number, exported: exported[index], before, after}]
    })
    expect(examples.length).toBe(652)
    expect(different).toEqual([])
  },
)

test('the share of CommonMark that stays Markdown, by section', () => {
  const sections = new Map<string, {raw: number; blocks: number}>()
  for (const {markdown, section} of readExamples()) {
    const {blocks, notices} = parseBody(markdown, context)
    const counts = sections.get(section) ?? {raw: 0, blocks: 0}
    counts.raw += notices.filter(({kind}) => kind === 'rawBlock').length
    counts.blocks += blocks.length
    sections.set(section, counts)
  }
  const lines = [...sections].map(([section, {raw, blocks}]) => `${section}: ${raw} of ${blocks} blocks raw`)
  console.log(lines.join('\n'))
  const raw = [...sections.values()].reduce((sum, counts) => sum + counts.raw, 0)
  const blocks = [...sections.values()].reduce((sum, counts) => sum + counts.blocks, 0)
  expect(raw / blocks).toBeLessThan(0.12)
})
