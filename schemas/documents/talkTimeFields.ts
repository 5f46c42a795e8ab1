import {defineField, type ValidationContext} from '@sanity/types'
import {readInstant} from '../text/dateRange.ts'
import type {Say} from '../text/say.ts'
import {dayIn} from '../text/talkState.ts'
import {DEFAULT_ZONE, isKnownZone, usableZone} from '../text/zones.ts'

/** When a talk takes place: instants in UTC, and the zone whose wall clock everybody sees. */
export function talkTimeFields(say: Say) {
  return [startField(say), endField(say), allDayField(say), timeZoneField(say), endTimeZoneField(say)]
}

function startField(say: Say) {
  return defineField({
    name: 'start',
    title: say({ko: '시작', en: 'Start'}),
    type: 'datetime',
    description: say({
      ko: '발표가 열리는 곳의 시계로 적어 주세요. 사이트에도 그 시각이 그대로 표시됩니다.',
      en: 'By the clock of the place where the talk is given. The site shows exactly that time.',
    }),
    group: 'when',
    validation: (rule) =>
      rule.required().warning(
        say({
          ko: '시작 날짜가 없으면 예정된 발표에도 지난 발표에도 나오지 않습니다.',
          en: 'Without a start, the talk is listed neither as upcoming nor as past.',
        }),
      ),
  })
}

function endField(say: Say) {
  return defineField({
    name: 'end',
    title: say({ko: '끝', en: 'End'}),
    type: 'datetime',
    description: say({
      ko: '비워 두면 시작만 표시됩니다. 종일 발표는 마지막 날을 고르세요.',
      en: 'When empty, only the start is shown. For an all-day talk, choose its last day.',
    }),
    group: 'when',
    validation: (rule) => rule.custom((end, context) => checkEnd(say, end, context)),
  })
}

function checkEnd(say: Say, end: string | undefined, {document}: ValidationContext): string | true {
  const last = readInstant(end)
  if (last === undefined) return true
  const start = readInstant(textOf(document?.['start']))
  if (start === undefined) return say({ko: '먼저 시작을 정해 주세요.', en: 'Set the start first.'})
  const zone = usableZone(textOf(document?.['timeZone']))
  const before = document?.['allDay'] === true ? dayIn(zone, last) < dayIn(zone, start) : last < start
  return before
    ? say({
        ko: '끝이 시작보다 빠릅니다. 끝을 시작 뒤로 옮기거나 비워 주세요.',
        en: 'The end is before the start. Move it after the start or clear it.',
      })
    : true
}

function allDayField(say: Say) {
  return defineField({
    name: 'allDay',
    title: say({ko: '종일', en: 'All day'}),
    type: 'boolean',
    description: say({
      ko: '켜면 시각 없이 날짜만 표시합니다.',
      en: 'When on, only the days are shown, without clock times.',
    }),
    group: 'when',
  })
}

function timeZoneField(say: Say) {
  return defineField({
    name: 'timeZone',
    title: say({ko: '시간대', en: 'Time zone'}),
    type: 'string',
    description: say({
      ko: '발표가 열리는 곳의 시간대입니다. 바꾸어도 위에 적은 시각은 그대로이고, 실제 순간이 옮겨집니다.',
      en: 'The zone of the place where the talk is given. Changing it keeps the clock times above and moves the moment.',
    }),
    group: 'when',
    initialValue: DEFAULT_ZONE,
    validation: (rule) => rule.custom((zone) => checkZone(say, zone)),
  })
}

function endTimeZoneField(say: Say) {
  return defineField({
    name: 'endTimeZone',
    title: say({ko: '끝의 시간대', en: 'Time zone of the end'}),
    type: 'string',
    description: say({
      ko: '가져온 파일에서 끝이 시작과 다른 시간대로 적혀 있을 때만 쓰입니다. 같게 하려면 비워 주세요.',
      en: 'Only where the imported file told the end in another zone. Clear it to use the same zone.',
    }),
    group: 'when',
    hidden: ({value}) => value === undefined,
    validation: (rule) => rule.custom((zone) => checkZone(say, zone)),
  })
}

function checkZone(say: Say, zone: string | undefined): string | true {
  if (zone === undefined || isKnownZone(zone)) return true
  return say({
    ko: `"${zone}"은(는) 알 수 없는 시간대입니다. Asia/Seoul, UTC, +09:00 같은 값을 골라 주세요.`,
    en: `“${zone}” is not a known time zone. Choose one such as Asia/Seoul, UTC or +09:00.`,
  })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
