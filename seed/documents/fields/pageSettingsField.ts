import {isMap} from '../../frontMatter/frontMatterValue.ts'
import {hashContent} from '../../values/hashContent.ts'
import type {FieldCodec} from '../codec.ts'
import {lowerKeys} from '../page.ts'
import type {PageSettings, Talk} from '../types.ts'
import {writtenAliases} from '../writtenAliases.ts'

const FLAGS = {
  math: 'math',
  diagram: 'diagram',
  share: 'share',
  profile: 'profile',
  commentable: 'commentable',
  editable: 'editable',
  showRelated: 'show_related',
  pager: 'pager',
  readingTime: 'reading_time',
  showDate: 'show_date',
  showBreadcrumb: 'show_breadcrumb',
  toc: 'toc',
  private: 'private',
  highlight: 'highlight',
} as const satisfies Partial<Record<keyof PageSettings, string>>

const TEXTS = {externalLink: 'external_link', doi: 'doi', layout: 'layout'} as const

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets the keys
const flagEntries = Object.entries(FLAGS) as Array<[keyof typeof FLAGS, string]>
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets the keys
const textEntries = Object.entries(TEXTS) as Array<[keyof typeof TEXTS, string]>

/** Switches of the page that most talks leave alone. `hide_date` is the old, opposite spelling of `show_date`. */
export const pageSettingsField: FieldCodec<Talk> = {
  fields: ['pageSettings'],
  keys: [...Object.values(FLAGS), ...Object.values(TEXTS), 'hide_date', 'hugoblox', 'aliases', 'weight'],
  read(reader) {
    const settings: PageSettings = {_type: 'pageSettings'}
    for (const [field, key] of flagEntries) {
      const flag = reader.flag(key)
      if (flag !== undefined) settings[field] = flag
    }
    const hidden = reader.flag('hide_date')
    if (hidden !== undefined) settings.showDate ??= !hidden
    for (const [field, key] of textEntries) {
      const text = reader.text(key)
      if (text !== undefined) settings[field] = text
    }
    const hugoblox = reader.value('hugoblox')
    const ids = isMap(hugoblox) ? hugoblox['ids'] : undefined
    const doi = isMap(ids) ? lowerKeys(ids)['doi'] : undefined
    if (typeof doi === 'string' && doi !== '') settings.doi ??= doi
    const aliases = writtenAliases(reader.value('aliases'))
    if (aliases.length > 0) settings.aliases = aliases
    const weight = reader.value('weight')
    if (typeof weight === 'number') settings.weight = weight
    return Object.keys(settings).length > 1 ? {pageSettings: settings} : {}
  },
  write(document, writer, base) {
    const now: Partial<PageSettings> = document.pageSettings ?? {}
    const before: Partial<PageSettings> = base.pageSettings ?? {}
    const differs = (field: keyof PageSettings) => hashContent(now[field]) !== hashContent(before[field])
    for (const [field, key] of flagEntries) if (differs(field) && field !== 'showDate') writer.set(key, now[field])
    if (differs('showDate')) {
      const hidden = writer.page.values.has('hide_date') && !writer.page.values.has('show_date')
      writer.set(
        hidden ? 'hide_date' : 'show_date',
        hidden && now.showDate !== undefined ? !now.showDate : now.showDate,
      )
    }
    for (const [field, key] of textEntries) {
      if (!differs(field)) continue
      const hugoblox = writer.current('hugoblox')
      const ids = isMap(hugoblox) && isMap(hugoblox['ids']) ? hugoblox['ids'] : undefined
      if (field === 'doi' && ids && isMap(hugoblox) && !writer.page.values.has('doi')) {
        writer.set('hugoblox', {...hugoblox, ids: {...ids, doi: now.doi ?? ''}})
      } else writer.set(key, now[field])
    }
    if (differs('aliases')) writer.set('aliases', now.aliases)
    if (differs('weight')) writer.set('weight', now.weight)
  },
}
