import {defineField} from '@sanity/types'
import {readInstant} from '../text/dateRange.ts'
import {previewLine} from '../text/previewLine.ts'
import type {Say} from '../text/say.ts'

/** Orders of documents that carry a title and a date. */
export function dateOrderings(say: Say) {
  return [
    {
      name: 'dateDesc',
      title: say({ko: '날짜, 최근 것부터', en: 'Date, newest first'}),
      by: [{field: 'date', direction: 'desc' as const}],
    },
    {name: 'title', title: say({ko: '제목', en: 'Title'}), by: [{field: 'title', direction: 'asc' as const}]},
  ]
}

/** The date of a document that is no event. */
export function dateField(say: Say) {
  return defineField({
    name: 'date',
    title: say({ko: '날짜', en: 'Date'}),
    type: 'datetime',
    description: say({ko: '목록의 순서를 정합니다.', en: 'Decides the order in lists.'}),
  })
}

/**
 * The line below the title in a list: the language, the day and a short text. The day is the one that the form shows, in
 * the time zone of whoever looks.
 */
export function datePreviewLine(say: Say, {spoken, date, summary}: Record<string, unknown>): string {
  const instant = readInstant(typeof date === 'string' ? date : undefined)
  const language = say({ko: 'ko', en: 'en'})
  const day =
    instant === undefined ? undefined : new Intl.DateTimeFormat(language, {dateStyle: 'medium'}).format(instant)
  return previewLine(say, spoken, [day, summary])
}
