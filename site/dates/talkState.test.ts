import {expect, test} from 'vitest'
import type {TalkTimes} from '../content.ts'
import {talkState, type TalkState} from './talkState.ts'

const timed: TalkTimes = {start: '2024-10-03T13:00:00Z', end: '2024-10-03T15:00:00Z', timeZone: 'UTC'}
const allDay: TalkTimes = {start: '2024-10-02T15:00:00Z', allDay: true, timeZone: 'Asia/Seoul'}
const longDay: TalkTimes = {start: '2024-11-03T04:00:00Z', allDay: true, timeZone: 'America/New_York'}
const abroad: TalkTimes = {...allDay, end: '2024-10-03T04:00:00Z', endTimeZone: 'America/New_York'}
const lost: TalkTimes = {start: '2024-10-03T00:00:00Z', allDay: true, timeZone: 'Nowhere/Else'}

const cases: Array<[name: string, talk: TalkTimes, now: string, state: TalkState]> = [
  ['before its start', timed, '2024-10-03T12:59:59Z', 'upcoming'],
  ['at its start', timed, '2024-10-03T13:00:00Z', 'now'],
  ['before its end', timed, '2024-10-03T14:59:59Z', 'now'],
  ['at its end', timed, '2024-10-03T15:00:00Z', 'past'],
  ['without an end, before its start', {...timed, end: null}, '2024-10-03T12:00:00Z', 'upcoming'],
  ['without an end, at its start', {...timed, end: null}, '2024-10-03T13:00:00Z', 'past'],
  ['all day, in its last second in Seoul', allDay, '2024-10-03T14:59:59Z', 'now'],
  ['all day, at midnight in Seoul', allDay, '2024-10-03T15:00:00Z', 'past'],
  ['all day on a day of 25 hours, in the last', longDay, '2024-11-04T04:59:59Z', 'now'],
  ['all day on a day of 25 hours, after it', longDay, '2024-11-04T05:00:00Z', 'past'],
  ['all day, told in two zones, before the last day ends in the second', abroad, '2024-10-04T03:59:59Z', 'now'],
  ['all day, told in two zones, after it', abroad, '2024-10-04T04:00:00Z', 'past'],
  ['all day in a zone that nobody knows, before the day ends in UTC', lost, '2024-10-03T23:59:59Z', 'now'],
  ['all day in a zone that nobody knows, after it', lost, '2024-10-04T00:00:00Z', 'past'],
  ['without any date', {}, '2024-10-03T13:00:00Z', 'undated'],
]

for (const [name, talk, now, state] of cases) {
  test(`a talk ${name} is ${state}`, () => {
    expect(talkState(talk, new Date(now))).toEqual(state)
  })
}
