import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {noticeForeignIcons} from './foreignIcons.ts'
import {readPage} from './page.ts'
import type {Talk, TalkLink} from './types.ts'

const link = (icon: string, iconPack: string): TalkLink => ({
  _type: 'talkLink',
  _key: icon,
  kind: 'custom',
  icon,
  iconPack,
})
const talk = (links: TalkLink[], name = 'x'): Talk => ({
  _id: 't',
  _type: 'talk',
  links,
  body: [
    {
      _type: 'block',
      _key: 'b',
      style: 'normal',
      markDefs: [],
      children: [{_type: 'icon', _key: 'i', name, pack: 'fab'}],
    },
  ],
})
const page = (path: string) => readPage(pageFileAt(path, 'talk'), '---\ntitle: T\n---\n')

test('an icon that the kit does not draw is told, with the one to choose, unless the page had it', () => {
  const base = talk([link('star', 'fas')])
  const edited = talk(
    ['star', 'file', 'bell', 'github'].map((icon) => link(icon, icon === 'github' ? 'fab' : 'fas')),
    'github',
  )
  const notices = noticeForeignIcons(edited, base, ['links', 'body'], page('content/events/t/index.md'))
  expect(notices.map(({field, message}) => [field, message])).toEqual([
    [
      'links',
      'The kit draws no icon "file" of the set "fas" there: choose "document" of the set "hero" in the Studio.',
    ],
    [
      'links',
      'The kit draws no icon "bell" of the set "fas" there: choose another icon, of the set "hero" for instance, in the Studio.',
    ],
    [
      'body',
      'The kit draws no icon "github" of the set "fab" there: leave the set empty and name it "brands/github" in the Studio.',
    ],
  ])
  expect(noticeForeignIcons(edited, base, ['links', 'body'], page('content/event/t/index.md'))).toEqual([])
})
