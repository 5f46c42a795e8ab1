import {expect, test} from 'vitest'
import {documentId} from './documentId.ts'

test.each([
  ['admin', undefined, 'author-admin'],
  ['admin', 'ko', 'author-admin--ko'],
  ['jane-q.-doe', undefined, 'author-jane-q-doe-310faa5fb256'],
  ['a--b', undefined, 'author-a-b-73823f1b838f'],
  ['-x-', undefined, 'author-x-be080ee6b1b3'],
  ['백엔드', undefined, 'author-0808681a39dc'],
  ['백엔드'.normalize('NFD'), undefined, 'author-0808681a39dc'],
  ['a'.repeat(80), undefined, `author-${'a'.repeat(80)}`],
  ['a'.repeat(81), 'ko', `author-${'a'.repeat(40)}-5832a02d8a00--ko`],
])('the author %s (%s) has an id without dots, which stays from one version to the next', (name, language, id) => {
  expect(documentId('author', name, language)).toBe(id)
})
