import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {noticeForeignShortcodes} from './foreignShortcodes.ts'
import {readPage} from './page.ts'

test('a shortcode that the generation does not have is told once, unless the page had it already', () => {
  const page = readPage(
    pageFileAt('content/talk/t/index.md', 'talk'),
    '---\ntitle: T\n---\n{{< audio src="a.mp3" >}}\n',
  )
  const body =
    '{{< audio src="a.mp3" >}}\n\n{{< cta cta_text="T" >}}\n\n{{< cta cta_text="U" >}}\n\n{{< youtube x >}}\n\n{{% alert note %}}\nN\n{{% /alert %}}\n'
  expect(noticeForeignShortcodes(body, page)).toEqual([
    {
      kind: 'foreignForm',
      path: 'content/talk/t/index.md',
      field: 'body',
      message:
        'A block of the Studio is written as the shortcode "cta", which Academic 4 does not have: unless the site\'s theme or its layouts/shortcodes has it, Hugo stops there. Remove the block in the Studio then.',
    },
  ])
  expect(noticeForeignShortcodes(page.parts.body, page)).toEqual([])
})
