import {afterEach, expect, test, vi} from 'vitest'
import {sayIn} from '../text/say.ts'
import {author} from './author.ts'
import {project} from './project.ts'
import {slideDeck} from './slideDeck.ts'
import {talk} from './talk.ts'

interface Preview {
  select: Record<string, string>
  prepare: (selection: Record<string, unknown>) => {subtitle: string}
}

const types = {author, project, slideDeck, talk}

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['talk', {}, '날짜 없음'],
  ['author', {role: '교수', organization: '대학'}, '교수 · 대학'],
  ['project', {date: '2024-05-01T10:00:00Z', summary: '요약'}, '2024. 5. 1. · 요약'],
  ['slideDeck', {summary: '요약'}, '요약'],
] as const)('a list tells the language of a %s on a site of several', (name, about, line) => {
  const {select, prepare} = types[name](sayIn('ko')).preview as Preview
  const subtitle = (spoken?: string) => prepare({...about, spoken}).subtitle
  expect(select['spoken']).toBe('hugo.language')
  expect([subtitle(), subtitle('en')]).toEqual([line, `영어 · ${line}`])
})

test.each([
  ['Asia/Seoul', '2024. 9. 1.'],
  ['UTC', '2024. 8. 31.'],
])('a list shows the day of projects and decks that the form shows in %s', (zone, day) => {
  vi.stubEnv('TZ', zone)
  const lines = [project, slideDeck].map((type) => {
    const {prepare} = type(sayIn('ko')).preview as Preview
    return prepare({date: '2024-08-31T15:00:00Z'}).subtitle
  })
  expect(lines).toEqual([day, day])
})
