import {expect, test} from 'vitest'
import {slugify} from './slugify.ts'

test.each([
  ['백엔드 개발에 대한 짧은 견해', '백엔드-개발에-대한-짧은-견해'],
  ['백엔드 개발 수정2'.normalize('NFD'), '백엔드-개발-수정2'],
  ['  Hello, World! (2nd) ', 'hello-world-2nd'],
  ['C++ & Rust', 'c-rust'],
  ['日本語とÉcole', '日本語とécole'],
  ['!!!', ''],
  ['가'.repeat(79) + ' 나다', '가'.repeat(79)],
])('%s', (title, slug) => {
  expect(slugify(title)).toBe(slug)
})
