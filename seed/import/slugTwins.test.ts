import {expect, test} from 'vitest'
import type {AnyDocument} from '../documents/types.ts'
import {createSlugTwins} from './slugTwins.ts'

test('of two paths that look the same it is said how they differ', () => {
  const slugs = createSlugTwins()
  const talk: AnyDocument = {_id: 'a', _type: 'talk', title: 'T', slug: {_type: 'slug', current: '발표'}}
  const [nfc, nfd] = ['NFC', 'NFD'].map((form) => `content/event/${'발표'.normalize(form)}/index.md`)
  const said = [nfc ?? '', nfd ?? '', 'content/event/b/index.md'].map((path) =>
    slugs.check(talk, path).map(({message}) => message),
  )
  const rest = 'the Studio will ask for another one, and a frontend that looks for the slug finds one of the two.'
  expect(said).toEqual([
    [],
    [`Has the same slug as ${nfc}, whose name has its letters composed in another way: ${rest}`],
    [`Has the same slug as ${nfc}: ${rest}`],
  ])
})

test('of two slugs that Hugo writes to one place it is said that they share it', () => {
  const slugs = createSlugTwins()
  const talk = (current: string, address: string): AnyDocument => ({
    _id: current,
    _type: 'talk',
    title: 'T',
    slug: {_type: 'slug', current},
    hugo: {_type: 'hugoSource', path: '', source: '', dialect: 'kit', format: 'yaml', fingerprint: '', address},
  })
  const said = [talk('Case', '/event/case/'), talk('case', '/event/case/'), talk('other', '/event/other/')].map(
    (document) => slugs.check(document, `content/event/${document.slug?.current}/index.md`),
  )
  expect(said).toEqual([
    [],
    [
      {
        kind: 'sameSlug',
        path: 'content/event/case/index.md',
        field: 'slug',
        message:
          'Has the same address as content/event/Case/index.md: Hugo shows one of the two there. Give one of them another slug.',
        value: 'case',
      },
    ],
    [],
  ])
})
