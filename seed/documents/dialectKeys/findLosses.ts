import {isMap} from '../../frontMatter/frontMatterValue.ts'
import type {Dialect} from '../../markdown/types.ts'
import type {Notice} from '../../notices.ts'
import {textOf} from '../../values/textOf.ts'
import {findForeignShortcodes} from '../dialectBody/rewriteShortcodes.ts'
import {DIALECT_NAMES} from '../dialects.ts'
import {iconForDialect, readIconName} from '../fields/iconName.ts'
import {createKeyLines} from '../keyLines.ts'
import {lineOfValue} from '../lineOfValue.ts'
import {type Page, lowerKeys} from '../page.ts'
import {isLinkList} from './linkKeys.ts'

/** What a rewritten page says that its generation does not understand: kept as it was, for the owner to look at. */
export function findLosses(before: Page, after: Page, dialect: Dialect): Notice[] {
  if (before.dialect === dialect && before.file.path === after.file.path) return []
  const {path} = after.file
  const tell = (line: number, message: string, field?: string): Notice => ({
    kind: 'foreignForm',
    path,
    line,
    ...(field !== undefined && {field}),
    message,
  })
  const name = DIALECT_NAMES[dialect].replace(/^t/, 'T')
  const lineOf = createKeyLines(after.parts)
  return [
    ...(after.file.type === 'author' &&
    dialect === 'kit' &&
    after.file.section !== 'data' &&
    after.parts.body.trim() !== ''
      ? [
          tell(
            after.parts.bodyLine,
            'The kit reads authors from data/authors, where a text below the front matter has no place: the page stays. Move the text into "bio" and export again.',
          ),
        ]
      : []),
    ...unlistedLinks(after).map((key) =>
      tell(
        lineOf(key),
        `"${key}" is no list of links: it and the url keys were kept. Write it as a list, and export again.`,
        key,
      ),
    ),
    ...unknownIcons(before, after, dialect).map(({key, icon}) =>
      tell(
        lineOfValue(after.parts, lineOf(key), icon),
        `${name} has no icon "${icon}" in its packs; the name was kept.`,
        key,
      ),
    ),
    ...findForeignShortcodes(after.parts.body, dialect).map(({name: shortcode, line}) =>
      tell(
        after.parts.bodyLine + line,
        `${name} has no shortcode "${shortcode}", and Hugo stops there unless the site brings its own; it was kept.`,
      ),
    ),
    ...withoutPublishDate(before, after, dialect).map((message) => tell(lineOf('date'), message, 'date')),
  ]
}

/** Keys of links that hold something else, so that no link was written as the generation does. */
function unlistedLinks({file, values}: Page): string[] {
  if (file.type !== 'talk' && file.type !== 'project') return []
  return ['links', 'url_custom'].filter((key) => !isLinkList(values.get(key)))
}

function unknownIcons(before: Page, after: Page, dialect: Dialect): Array<{key: string; icon: string}> {
  // An author that stays a page is not read by the kit at all.
  if (before.file.type === 'author' && before.file.section === after.file.section) return []
  return ['links', 'url_custom', 'social', 'profiles'].flatMap((key) => {
    const list = before.values.get(key)
    const now = ['links', 'social', 'profiles', 'url_custom'].find((name) => after.values.has(name)) ?? key
    return (Array.isArray(list) ? list.filter(isMap) : []).flatMap((item) => {
      const {icon, icon_pack: pack} = lowerKeys(item)
      if (typeof icon !== 'string' || icon === '') return []
      const known = iconForDialect(readIconName(icon, textOf(pack)), before.dialect, dialect)
      return known ? [] : [{key: now, icon}]
    })
  })
}

/** The kit sorts by `date`; the generations before it publish a page without publish date at its start. */
function withoutPublishDate({dialect: from, values: old, file}: Page, {values}: Page, dialect: Dialect): string[] {
  if (file.type !== 'talk') return []
  const has = (keys: ReadonlyMap<string, unknown>, ...names: string[]) =>
    names.some((key) => (keys.get(key) ?? '') !== '')
  const published = ['publishdate', 'pubdate', 'published']
  if (dialect === 'kit' && has(values, 'event_start') && !has(values, 'date', ...published))
    return ['The talk has no publish date, and the kit sorts it last: give it a "date".']
  const always = (from === 'kit' && has(old, 'event_start')) || (from === 'academic2' && has(old, 'time_start'))
  if (always && dialect !== 'kit' && dialect !== 'academic2' && !has(old, 'date', ...published))
    return ['The talk has no publish date: Hugo shows it only once it has started. Give it a "publishDate".']
  return []
}
