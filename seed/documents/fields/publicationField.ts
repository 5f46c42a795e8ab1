import {formatGoDate} from '../../frontMatter/formatGoDate.ts'
import {isNothing} from '../../frontMatter/frontMatterValue.ts'
import type {FieldCodec} from '../codec.ts'
import {dialects, keepsPublishDateInDate, startKeyOf} from '../dialects.ts'
import type {Page} from '../page.ts'
import type {Reader} from '../reader.ts'
import type {Talk} from '../types.ts'
import type {Writer} from '../writer.ts'
import {readDate} from './readDate.ts'

/** When the page appears and disappears. In Academic 2 and the kit, `date` is the publish date. */
export const publicationField: FieldCodec<Talk> = {
  fields: ['publishDate', 'expiryDate'],
  keys: ['publishdate', 'pubdate', 'published', 'expirydate', 'unpublishdate'],
  read(reader) {
    const publishDate = readInstant(reader, publishKeys(reader.page))
    const expiryDate = readInstant(reader, ['expirydate', 'unpublishdate'])
    const publication: Pick<Talk, 'publishDate' | 'expiryDate'> = {}
    if (publishDate !== undefined) publication.publishDate = publishDate
    if (expiryDate !== undefined) publication.expiryDate = expiryDate
    return publication
  },
  write(document, writer, base) {
    const siteZone = writer.site.config.timeZone
    const put = (keys: readonly [string, ...string[]], instant: string | undefined) => {
      const like = writer.current(writer.keyFor(...keys))
      const zone = document.timeZone ?? siteZone
      writer.setFirst(keys, instant === undefined ? undefined : formatGoDate(instant, zone, {like, siteZone}))
    }
    if (document.publishDate !== base.publishDate) {
      const [first = 'publishDate', ...others] = publishKeys(writer.page).filter((key) => !isEmptied(writer, key))
      const isKnown = writer.knownKey([first, ...others]) !== undefined
      put(isKnown ? [first, ...others] : [newKey(writer)], document.publishDate)
    }
    if (document.expiryDate !== base.expiryDate) put(['expiryDate', 'unpublishdate'], document.expiryDate)
  },
}

/** The key for a page that has none yet: `date` beside a start in the generation's own key, if that keeps it there. */
function newKey(writer: Writer): string {
  const {dialect, page} = writer
  const {start} = dialects[dialect]
  if (keepsPublishDateInDate(dialect) && !isNothing(writer.current(start))) return 'date'
  // `publishDate` would make a page of Academic 1 one of Academic 4; Hugo reads both.
  return dialect === 'academic2' && !page.values.has('publishdate') ? 'pubdate' : 'publishDate'
}

function publishKeys({dialect, values}: Page): string[] {
  const keys = ['publishdate', 'pubdate', 'published']
  return startKeyOf(dialect, values) === 'date' ? keys : [...keys, 'date']
}

/** Whether the start that was cleared left this key empty: `date`, which the kit would take for it. */
function isEmptied(writer: Writer, key: string): boolean {
  return key === 'date' && writer.changes.has(key) && isNothing(writer.current(key))
}

function readInstant(reader: Reader, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const date = readDate(reader, key)
    if (date) return date.instant
  }
  return undefined
}
