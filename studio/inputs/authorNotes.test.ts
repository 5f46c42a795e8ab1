import {insert, set, setIfMissing, unset} from 'sanity'
import {expect, test} from 'vitest'
import {changeNote, countOf, readNotes, replacesPerson} from './authorNotes.ts'

const kim = {_type: 'authorNote', _key: 'k1', authorId: 'author-kim', note: '사회'}
const lee = {_type: 'authorNote', _key: 'k2', authorId: 'author-lee', note: '발표'}

test.each([
  [
    'the first of a document',
    [],
    'author-kim',
    '사회',
    [setIfMissing([], ['authorNotes']), insert([{...kim, _key: 'author-kim'}], 'after', ['authorNotes', -1])],
  ],
  ['another text', [kim, lee], 'author-lee', '토론', [set('토론', ['authorNotes', {_key: 'k2'}, 'note'])]],
  ['none any more', [kim, lee], 'author-kim', '', [unset(['authorNotes', {_key: 'k1'}])]],
  ['the last one gone', [lee], 'author-lee', '', [unset(['authorNotes'])]],
  ['still none', [kim], 'author-lee', '', []],
])('a note beside a person: %s', (_, notes, authorId, text, patches) => {
  expect(changeNote(readNotes(notes), authorId, text)).toEqual(patches)
})

test('a person is counted among references', () => {
  expect(countOf([{_ref: 'a'}, null, {_ref: 'b'}, {_ref: 'a'}], 'a')).toBe(2)
  expect(countOf(undefined, 'a')).toBe(0)
})

test('what is no note is left out', () => {
  expect(readNotes([kim, null, 'x', {_key: 'a', authorId: 'b'}, {...lee, note: 1}])).toEqual([kim])
  expect(readNotes('사회')).toEqual([])
})

test.each([
  ['another one', [setIfMissing({}), set('reference', ['_type']), set('author-lee', ['_ref'])], true],
  ['the same again', [set('author-kim', ['_ref']), unset(['_weak'])], false],
  ['nobody', [unset(['_ref'])], true],
  ['nothing', [unset()], true],
  ['another one as a whole', [set({_type: 'reference', _ref: 'author-lee'})], true],
  ['the same again as a whole', [set({_type: 'reference', _ref: 'author-kim', _weak: true})], false],
  ['a weak reference', [set(true, ['_weak'])], false],
])('a person is replaced by %s', (_, patches, isReplaced) => {
  expect(replacesPerson(patches, 'author-kim')).toBe(isReplaced)
})
