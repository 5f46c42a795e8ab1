import {readGoDate} from '../frontMatter/goDate.ts'
import type {Reader} from './reader.ts'

/** Hugo's chains of keys for the dates that it handles itself (resources/page/pagemeta). */
const CHAINS: Record<string, readonly string[]> = {
  date: ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified'],
  publishdate: ['publishdate', 'pubdate', 'published', 'date'],
  expirydate: ['expirydate', 'unpublishdate'],
}

/** The date that Hugo takes for a page, following its chain past what it cannot read; `undefined` for no date. */
export function hugoDate(
  values: {get(key: string): unknown},
  chain: 'date' | 'publishdate' | 'expirydate',
  zone: string,
): string | undefined {
  for (const key of CHAINS[chain] ?? []) {
    const date = readGoDate(values.get(key), zone)
    if (date) return date.instant
  }
  return undefined
}

/** What Hugo does with a date that it cannot read, as a sentence for the notice. */
export function describeRejectedDate(reader: Reader, key: string): string {
  const chain = CHAINS[key]
  if (!chain) return `Hugo cannot read this date, and building the site stops with an error. The text was kept.`
  const instead = chain.find((name) => readGoDate(reader.page.values.get(name), reader.site.config.timeZone))
  const result = instead === undefined ? 'shows January 1 of the year 1' : `takes "${instead}" instead`
  return `Hugo cannot read this date and ${result}. The text was kept.`
}
