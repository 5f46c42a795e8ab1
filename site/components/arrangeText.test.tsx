import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import {parseBody} from '../../seed/markdown/parseBody.ts'
import {Body} from './Body.tsx'

test('emoji are shown for their names, but in code and bare addresses', () => {
  const markdown = '## :tada: Party\n\n**:heart:** `:heart:` https://example.org/:heart:/ [:heart:](/a)\n'
  const {blocks} = parseBody(markdown, {path: 'p.md', line: 1, dialect: 'wowchemy'})
  const address = 'https://example.org/:heart:/'
  expect(renderToStaticMarkup(<Body value={blocks} contents />)).toBe(
    '<div class="prose"><h2 id="-party">🎉 Party</h2><p><strong>❤️</strong> <code>:heart:</code> ' +
      `<a href="${address}" target="_blank" rel="noopener">${address}</a> <a href="/a">❤️</a></p></div>`,
  )
})
