import {readGoDate} from '../frontMatter/goDate.ts'
import type {Reader} from './reader.ts'

/** Hugo's chains of keys for the dates that it handles itself (resources/page/pagemeta). */
const CHAINS: Record<string, readonly string[]> = {
  date: ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified'],
  publishdate: ['publishdate', 'pubdate', 'published', 'date'],
  expirydate: ['expirydate', 'unpublishdate'],
}

/** The key whose date Hugo takes for a page, following a chain past what it cannot read; `undefined` for no date. */
export function hugoDateKey(values: {get(key: string): unknown}, chain: string, zone: string): string | undefined {
  return CHAINS[chain]?.find((key) => readGoDate(values.get(key), zone) !== undefined)
}

/** Other names of the keys that begin a chain. */
const ALIASES: Record<string, string> = {
  pubdate: 'publishdate',
  published: 'publishdate',
  unpublishdate: 'expirydate',
}

/** What becomes of a page that has no date of a kind. */
const WITHOUT: Record<string, string> = {
  date: 'shows January 1 of the year 1',
  publishdate: 'publishes the page at once',
  expirydate: 'never takes the page off the site',
}

/** What Hugo does with a date that it cannot read, as a sentence for the notice. */
export function describeRejectedDate({page, site}: Reader, key: string): string {
  const chain = ALIASES[key] ?? key
  const without = WITHOUT[chain]
  if (without === undefined)
    return 'Hugo cannot read this date, and building the site stops with an error. The text was kept.'
  const instead = hugoDateKey(page.values, chain, site.config.timeZone)
  return `Hugo cannot read this date and ${instead === undefined ? without : `takes "${instead}" instead`}. The text was kept.`
}
