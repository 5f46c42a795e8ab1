import {showValue} from '../../frontMatter/frontMatterValue.ts'
import {type GoDate, readGoDate} from '../../frontMatter/goDate.ts'
import {describeRejectedDate} from '../describeRejectedDate.ts'
import type {Reader} from '../reader.ts'

/** A key's date as Hugo reads it. What Hugo rejects is said, and a number that it takes for another time than was meant. */
export function readDate(reader: Reader, key: string): GoDate | undefined {
  const value = reader.value(key)
  if (value === undefined) return undefined
  const date = readGoDate(value, reader.site.config.timeZone)
  if (date === undefined) reader.notice('rejectedDate', key, describeRejectedDate(reader, key), showValue(value))
  else if (typeof value === 'number') noticeNumber(reader, key, value, date)
  return date
}

/** Hugo takes whole numbers for seconds since 1970, but those of JSON, which are floating-point numbers to it. */
function noticeNumber(reader: Reader, key: string, value: number, {instant}: GoDate): void {
  const isJson = reader.page.parts.format === 'json'
  if (isJson) {
    const message = `Hugo takes no number of JSON for a date. Write the day ${advice(isLikelyTime(value) ? instant : value)}.`
    reader.notice('rejectedDate', key, message, String(value))
  } else if (!isLikelyTime(value)) {
    const shown = instant.replace(/T.*/, '')
    const message = `Hugo takes a number for seconds since 1970: this is ${shown}. Write the day ${advice(value)}.`
    reader.notice('wrongType', key, message, String(value))
  }
}

/** Seconds of nine to eleven digits are of 1973 to 5138: those of any other time are the digits of a day. */
function isLikelyTime(seconds: number): boolean {
  return seconds >= 1e8 && seconds < 1e11
}

function advice(meant: number | string): string {
  const day = String(meant).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  return readGoDate(day, 'UTC') === undefined ? 'in the form 2024-02-02' : `as ${day}`
}
