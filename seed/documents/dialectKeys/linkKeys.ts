import type {KeyEdit} from '../../frontMatter/editFrontMatter.ts'
import {
  type FrontMatterMap,
  type FrontMatterValue,
  isMap,
  isNothing,
  sameValue,
} from '../../frontMatter/frontMatterValue.ts'
import type {Dialect} from '../../markdown/types.ts'
import {dialects} from '../dialects.ts'
import {URL_KINDS} from '../fields/linksField.ts'
import type {Page} from '../page.ts'
import {iconKeys} from './iconKeys.ts'
import type {KeyPlan} from './keyPlan.ts'
import {labelOfType} from './labelOfType.ts'

/**
 * Links: the kit's are typed items of one list, those of the generations before it `url_*` keys and a list. Their
 * order stays: only those that lead in the order of the `url_*` keys become keys.
 */
export function linkKeys(page: Page, dialect: Dialect): KeyPlan {
  const listKey = ['links', 'url_custom'].find((key) => page.values.has(key))
  const name = dialects[dialect].links
  const both = page.values.has('links') && page.values.has('url_custom')
  const names = new Map(listKey === undefined || listKey === name || both ? [] : [[listKey, name]])
  const written = (listKey !== undefined && page.spelling.get(listKey)) || name
  const list = listKey === undefined ? undefined : page.values.get(listKey)
  const items = Array.isArray(list) ? list.filter(isMap) : []
  // What is no list of links has no place in a list that is written anew: it stays as it is.
  if (!isLinkList(list)) return {names, edits: []}
  const drawn = iconKeys(items, page.dialect, dialect)
  const edits = dialect === 'kit' ? toTyped(page, drawn) : toKeys(page, drawn)
  const all = sameValue(items, drawn) ? edits : [{key: 'links', value: drawn}, ...edits]
  return {
    names,
    edits: all.map(({key, value}) => ({key: key === 'links' ? (names.get(listKey ?? '') ?? written) : key, value})),
  }
}

/** Whether a value is a list of links, or nothing. */
export function isLinkList(list: FrontMatterValue | undefined): boolean {
  return isNothing(list) || (Array.isArray(list) && list.every(isMap))
}

function toTyped(page: Page, items: readonly FrontMatterMap[]): KeyEdit[] {
  const named = items.map(withoutLabel)
  const keys = URL_KINDS.flatMap((kind) => {
    const url = page.values.get(`url_${kind}`)
    return typeof url === 'string' && url !== '' ? [{kind, url}] : []
  })
  return [
    ...(named.every((item, index) => item === items[index]) ? [] : [{key: 'links', value: named}]),
    ...(keys.length === 0
      ? []
      : [{key: 'links', value: [...keys.map(({kind, url}) => ({type: kind, url})), ...named]}]),
    ...keys.map(({kind}) => ({key: page.spelling.get(`url_${kind}`) ?? `url_${kind}`, value: undefined})),
  ]
}

/** A label that only says the type again, as a list of the generations before the kit needs it. */
function withoutLabel(item: FrontMatterMap): FrontMatterMap {
  const {name, ...others} = item
  return typeof item['type'] === 'string' && name === labelOfType(item['type']) ? others : item
}

function toKeys(page: Page, items: readonly FrontMatterMap[]): KeyEdit[] {
  const keys = new Map<string, string>()
  let last = URL_KINDS.findLastIndex((kind) => (page.values.get(`url_${kind}`) ?? '') !== '')
  let leading = 0
  for (const {type, url, ...others} of items) {
    const place = URL_KINDS.findIndex((kind) => kind === type)
    if (place <= last || typeof url !== 'string' || Object.keys(others).length > 0) break
    keys.set(`url_${URL_KINDS[place] ?? ''}`, url)
    last = place
    leading++
  }
  const named = items.map((item, index) => (index < leading ? item : withLabel(item)))
  const left = named.slice(leading)
  return [
    ...(named.every((item, index) => item === items[index]) ? [] : [{key: 'links', value: named}]),
    ...[...keys].map(([key, value]) => ({key: page.spelling.get(key) ?? key, value})),
    ...(leading === 0 ? [] : [{key: 'links', value: left.length > 0 ? left : undefined}]),
  ]
}

/** Only the kit reads `label` and `type`: without a name the button would be empty. */
function withLabel(item: FrontMatterMap): FrontMatterMap {
  if ('name' in item) return item
  if ('label' in item)
    return Object.fromEntries(Object.entries(item).map(([key, value]) => [key === 'label' ? 'name' : key, value]))
  return typeof item['type'] === 'string' && !('icon' in item) ? {...item, name: labelOfType(item['type'])} : item
}
