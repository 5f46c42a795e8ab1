import {expect, test} from 'vitest'
import {spoiltFormulas} from './spoiltFormulas.ts'
import {hasHugo, renderWithHugo} from './testing/renderWithHugo.ts'

const formula = (tex: string, delimiter = '$$') => ({_type: 'mathBlock', _key: 'a', tex, delimiter})
const KEPT = ['x^2 + y_1', '\\frac{a}{b} < c', '\n  \\alpha\n  = \\beta\n', 'a_{i} + b_{j}', 'a & b']
const SPOILT = [
  'a \\\\ b',
  '\\{x\\}',
  'a\\,b',
  '\na \\\\\nb\n',
  'a^*b^*',
  '\na\n= b\n=\n',
  '\na\n- b\n',
  'a<b>c',
  '\na\n\nb\n',
]

test('a formula is spoilt when Markdown reads something else than its text', () => {
  expect(spoiltFormulas([...KEPT, ...SPOILT].map((tex) => formula(tex)))).toEqual(SPOILT.map((tex) => `$$${tex}$$`))
})

test('those in a paragraph are found, and those that the theme keeps are left out', () => {
  const inline = {_type: 'inlineMath', _key: 'b', tex: '\\{x\\}', delimiter: '$'}
  const block = {_type: 'block', _key: 'c', children: [{_type: 'span', text: '식'}, inline]}
  expect(spoiltFormulas([block, formula('a \\\\ b', '{{< math >}}\n$$')])).toEqual(['$\\{x\\}$'])
})

test.skipIf(!hasHugo())('Hugo shows the others as they are, and not those', () => {
  const sources = [...KEPT, ...SPOILT].map((tex) => `$$${tex}$$`)
  const shown = renderWithHugo(sources)
  const bare = (text: string) => text.replace(/\s+/g, '')
  const asIs = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const isKept = (source: string, at: number) => bare(shown[at] ?? '') === `<main><p>${bare(asIs(source))}</p></main>`
  expect(sources.filter((source, at) => !isKept(source, at))).toEqual(SPOILT.map((tex) => `$$${tex}$$`))
})
