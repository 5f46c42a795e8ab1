import {expect, test} from 'vitest'
import {asCopy} from './asCopy.ts'

const talk = {
  _id: 'a',
  _type: 'talk',
  title: '발표',
  slug: {_type: 'slug', current: 'a'},
  hugo: {_type: 'hugoSource', path: 'content/event/a/index.md', source: ''},
}

test('a copy is not the file of its original, nor at its address, nor where its former addresses lead', () => {
  expect([
    asCopy({...talk, pageSettings: {_type: 'pageSettings', math: true, aliases: ['/talk/old/']}}),
    asCopy({...talk, pageSettings: {_type: 'pageSettings', math: true}}),
    asCopy(talk),
  ]).toEqual([
    {_id: 'a', _type: 'talk', title: '발표', pageSettings: {_type: 'pageSettings', math: true}},
    {_id: 'a', _type: 'talk', title: '발표', pageSettings: {_type: 'pageSettings', math: true}},
    {_id: 'a', _type: 'talk', title: '발표'},
  ])
})

test('a copy is in the language of its original, and has the files that its text names', () => {
  const files = [{_type: 'file', _key: 'f', name: 'slides.pdf', asset: {_type: 'reference', _ref: 'file-1-pdf'}}]
  expect(asCopy({...talk, hugo: {...talk.hugo, language: 'en', files}})).toEqual({
    _id: 'a',
    _type: 'talk',
    title: '발표',
    hugo: {_type: 'hugoSource', language: 'en', files},
  })
})
