import {expect, test} from 'vitest'
import {matchesZone, offsetOf, zoneOption, zoneOptions} from './zoneOptions.ts'

const winter = new Date('2026-01-15T00:00:00Z')
const summer = new Date('2026-07-15T00:00:00Z')

test('a zone carries its name in the editor’s language and its offset at the date', () => {
  expect(zoneOption('Asia/Seoul', 'ko', winter)).toEqual({
    value: 'Asia/Seoul',
    name: '한국 표준시',
    places: '서울, 부산, 대전, 대한민국',
    offset: 'GMT+9',
  })
  expect(zoneOption('America/New_York', 'en', winter)).toEqual({
    value: 'America/New_York',
    name: 'Eastern Time',
    places: 'Boston, Washington D.C., Atlanta, Miami, US East',
    offset: 'GMT-5',
  })
  expect(zoneOption('America/New_York', 'en', summer).offset).toBe('GMT-4')
})

test('Korea and UTC come first, and nothing twice', () => {
  const values = zoneOptions('ko', winter).map(({value}) => value)
  expect(values.slice(0, 2)).toEqual(['Asia/Seoul', 'UTC'])
  expect(new Set(values).size).toBe(values.length)
})

test.each([
  ['new york', true],
  ['New_York', true],
  ['동부', true],
  ['gmt-5', true],
  ['seoul', false],
])('"%s" finds New York: %s', (query, found) => {
  expect(matchesZone(query, zoneOption('America/New_York', 'ko', winter))).toBe(found)
})

test('a zone is found by the cities and countries that have it, in the editor’s language', () => {
  const options = {ko: zoneOptions('ko', winter), en: zoneOptions('en', winter)}
  const found = (query: string, language: 'ko' | 'en') =>
    options[language].filter((option) => matchesZone(query, option)).map(({value}) => value)
  expect([found('서울', 'ko'), found('보스턴', 'ko'), found('일본', 'ko')]).toEqual([
    ['Asia/Seoul'],
    ['America/New_York'],
    ['Asia/Tokyo'],
  ])
  expect([found('Beijing', 'en'), found('san francisco', 'en'), found('서울', 'en')]).toEqual([
    ['Asia/Shanghai'],
    ['America/Los_Angeles'],
    [],
  ])
})

test.each([
  ['+9', '+09:00'],
  ['GMT+9', '+09:00'],
  ['-0330', '-03:30'],
  ['+05:45', '+05:45'],
  ['+15', undefined],
  ['seoul', undefined],
])('"%s" as an offset', (query, offset) => {
  expect(offsetOf(query)).toBe(offset)
})
