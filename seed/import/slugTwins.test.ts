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
