import {expect, test} from 'vitest'
import {documentId} from './documentId.ts'

test('ids hold no dot, stay readable for ASCII names and tell other names apart', () => {
  expect(documentId('author', 'admin')).toBe('author-admin')
  expect(documentId('author', 'admin', 'ko')).toBe('author-admin--ko')
  expect(documentId('author', 'jane-q.-doe')).toMatch(/^author-jane-q-doe-[0-9a-f]{12}$/)
  expect(documentId('project', '백엔드')).toMatch(/^project-[0-9a-f]{12}$/)
  expect(documentId('project', '백엔드'.normalize('NFD'))).toBe(documentId('project', '백엔드'))
})

test('a name of more than 80 letters is cut and told apart by a hash', () => {
  const [longest, longer] = ['a'.repeat(80), 'a'.repeat(81)]
  expect(documentId('author', longest)).toBe(`author-${longest}`)
  expect(documentId('author', longer, 'ko')).toBe('author-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-5832a02d8a00--ko')
})
