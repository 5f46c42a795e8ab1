import {expect, test} from 'vitest'
import type {LakeDocument} from '../document.ts'
import {compileFilter} from './compileFilter.ts'
import type {Allowance} from './createAllowance.ts'

const talk: LakeDocument = {
  _id: 'drafts.a',
  _type: 'talk',
  _rev: 'r',
  _createdAt: '2026-11-22T09:00:00Z',
  _updatedAt: '2026-11-22T09:00:00Z',
  title: '개발 이야기',
  start: '2026-12-01T10:00:00Z',
  tags: ['api', 'sql'],
  authors: [{_type: 'reference', _key: 'k', _ref: 'author-kim'}],
}

/** So little that the first look at the clock ends the filter. */
const nothing: Allowance = {use: (look) => look(-1)}

test.each([
  ['*[_type == "talk" && string::startsWith(title, "개") && title match "개발*"]', true],
  ['*[_type == "talk" && title match "이야*" && defined(start)] | order(start desc) {title}', true],
  ['*[_type in ["talk", "author"] && start > "2026" && "sql" in tags]', true],
  ['*[references("author-kim") && !(_id in path("drafts.**"))]', false],
  ['*[_type == "talk" && count(authors[_ref == $author]) > 0 && lower(title) != title]', false],
])('a usual filter never looks at the clock: %s', (query, selects) => {
  expect(compileFilter(query, {author: 'author-kim'}, 'pLocal', nothing)(talk)).toBe(selects)
})
