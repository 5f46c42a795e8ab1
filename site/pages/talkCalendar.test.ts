import {expect, test} from 'vitest'
import {documents, koreanTalk} from '../fixtures/documents.ts'
import {koreanAddress, readSite} from '../fixtures/readSite.ts'

test('a talk ahead can be put into a calendar', async () => {
  const {headers, html} = await readSite(documents, 'http://site.test/talk/every-block/talk.ics')
  expect(headers.get('content-type')).toEqual('text/calendar; charset=utf-8')
  expect(html.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lectern//Talks//EN',
    'BEGIN:VEVENT',
    'UID:talk-every-block@site.test',
    'DTSTAMP:20241001T000000Z',
    'DTSTART:20270305T100000Z',
    'DTEND:20270305T123000Z',
    'SUMMARY:모든 블록이 들어 있는 발표',
    'LOCATION:서울 스타트업 허브\\, 서울특별시 마포구 마포대',
    ' 로 122 (04213)',
    'DESCRIPTION:표\\, 수식\\, 각주\\, 코드까지 모두 보여 줍니다.',
    'URL:http://site.test/talk/every-block/',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
  expect(html.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
})

test('an all-day talk is a date in a calendar, its end the day after', async () => {
  const allDay = {
    ...koreanTalk,
    start: '2024-10-02T15:00:00Z',
    end: '2024-10-03T15:00:00Z',
    allDay: true,
    timeZone: 'Asia/Seoul',
  }
  const {html} = await readSite([allDay], `${koreanAddress}talk.ics`)
  expect(html).toContain('DTSTART;VALUE=DATE:20241003\r\nDTEND;VALUE=DATE:20241005\r\n')
})

test('an end before the start is none in a calendar, as both kinds of talks have it', async () => {
  const wrong = {...koreanTalk, start: '2024-10-03T00:00:00Z', end: '2024-09-01T00:00:00Z', timeZone: 'UTC'}
  const {html: timed} = await readSite([wrong], `${koreanAddress}talk.ics`)
  expect(/^DTEND.*$/m.exec(timed)).toBeNull()
  const {html} = await readSite([{...wrong, allDay: true}], `${koreanAddress}talk.ics`)
  expect(html).toContain('DTSTART;VALUE=DATE:20241003\r\nDTEND;VALUE=DATE:20241004\r\n')
})
