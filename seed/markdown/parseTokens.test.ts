import {expect, test} from 'vitest'
import {isPlainNode} from './isPlainNode.ts'
import {createParser} from './parseTokens.ts'

const constructs = {
  heading: '## 제목 **하나**',
  paragraph: '글과 *기울임*, `코드`, [링크](https://example.org/a) 그리고 ![그림](a.png).',
  'bullet list': '- 하나\n- **둘**\n  - 셋',
  'numbered list': '1. 하나\n2. 둘',
  quote: '> 인용 **글**',
  table: '| 이름 | 값 |\n| --- | --- |\n| 가 | `나` |',
}

test.each(Object.entries(constructs))(
  'the plain texts of a %s go past the inline rules, and need not be printed to know that they are exact',
  (_, markdown) => {
    for (const isKit of [true, false]) {
      const parser = createParser(isKit)
      const slow: string[] = []
      const {parse} = parser.inline
      parser.inline.parse = (text, ...rest) => {
        slow.push(text)
        parse.call(parser.inline, text, ...rest)
      }
      const tokens = parser.parse(markdown, {footnotes: new Set()})
      expect([slow, isPlainNode({tokens, lines: [0, 1]})]).toEqual([[], true])
      parser.parse('a ~~b~~', {footnotes: new Set()})
      expect(slow).toEqual(['a ~~b~~'])
    }
  },
)
