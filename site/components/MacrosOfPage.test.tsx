import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {parseBody} from '../../seed/markdown/parseBody.ts'
import {Body} from './Body.tsx'

test('a command that one formula of a page defines is known in all of them, those of raw Markdown included', () => {
  const markdown = '$$\n\\newcommand{\\R}{\\mathbb{R}}\n$$\n\n글 $\\R$\n\n- 글\n\n  > $\\R$\n'
  const {blocks} = parseBody(markdown, {path: 'p.md', line: 1, dialect: 'wowchemy'})
  const html = renderToStaticMarkup(<Body value={blocks} />)
  expect(blocks.map(({_type}) => _type)).toEqual(['mathBlock', 'block', 'rawMarkdown'])
  expect(html.match(/<mi mathvariant="double-struck">R<\/mi>/g)).toHaveLength(2)
  expect(html).not.toContain('newcommand')
})
