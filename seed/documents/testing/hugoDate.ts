import {readGoDate} from '../../frontMatter/goDate.ts'
import {hugoDateKey} from '../describeRejectedDate.ts'

/** The date that Hugo takes for a page; `undefined` for none. */
export function hugoDate(
  values: {get(key: string): unknown},
  chain: 'date' | 'publishdate' | 'expirydate',
  zone: string,
): string | undefined {
  const key = hugoDateKey(values, chain, zone)
  return key === undefined ? undefined : readGoDate(values.get(key), zone)?.instant
}
