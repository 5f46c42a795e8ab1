import type {KeyEdit} from '../../frontMatter/editFrontMatter.ts'
import {type FrontMatterMap, isMap} from '../../frontMatter/frontMatterValue.ts'
import type {Dialect} from '../../markdown/types.ts'
import {dialects} from '../dialects.ts'
import {URL_KINDS} from '../fields/linksField.ts'
import type {Page} from '../page.ts'
import type {KeyPlan} from './keyPlan.ts'

/** Links: the kit's are typed items of one list, those of the generations before it `url_*` keys and a list. */
export function linkKeys(page: Page, dialect: Dialect): KeyPlan {
  const listKey = ['links', 'url_custom'].find((key) => page.values.has(key))
  const name = dialects[dialect].links
  const both = page.values.has('links') && page.values.has('url_custom')
  const names = new Map(listKey === undefined || listKey === name || both ? [] : [[listKey, name]])
  const written = (listKey !== undefined && page.spelling.get(listKey)) || name
  const list = listKey === undefined ? undefined : page.values.get(listKey)
  const items = Array.isArray(list) ? list.filter(isMap) : []
  if (Array.isArray(list) && items.length < list.length) return {names, edits: []}
  const edits = dialect === 'kit' ? toTyped(page, items) : toKeys(page, items)
  return {
    names,
    edits: edits.map(({key, value}) => ({key: key === 'links' ? (names.get(listKey ?? '') ?? written) : key, value})),
  }
}

function toTyped(page: Page, items: readonly FrontMatterMap[]): KeyEdit[] {
  const keys = URL_KINDS.flatMap((kind) => {
    const url = page.values.get(`url_${kind}`)
    return typeof url === 'string' && url !== '' ? [{kind, url}] : []
  })
  if (keys.length === 0) return []
  return [
    {key: 'links', value: [...keys.map(({kind, url}) => ({type: kind, url})), ...items]},
    ...keys.map(({kind}) => ({key: page.spelling.get(`url_${kind}`) ?? `url_${kind}`, value: undefined})),
  ]
}

function toKeys(page: Page, items: readonly FrontMatterMap[]): KeyEdit[] {
  const keys = new Map<string, string>()
  const left = items.filter(({type, url, ...others}) => {
    const key = `url_${typeof type === 'string' ? type : ''}`
    const known = URL_KINDS.some((kind) => kind === type) && Object.keys(others).length === 0
    const free = !keys.has(key) && (page.values.get(key) ?? '') === ''
    if (!known || !free || typeof url !== 'string') return true
    keys.set(key, url)
    return false
  })
  const renamed = left.map((item) => ('label' in item && !('name' in item) ? relabelled(item) : item))
  if (keys.size === 0 && renamed.every((item, index) => item === items[index])) return []
  return [
    ...[...keys].map(([key, value]) => ({key: page.spelling.get(key) ?? key, value})),
    {key: 'links', value: renamed.length > 0 ? renamed : undefined},
  ]
}

/** Only the kit reads `label`. */
function relabelled(item: FrontMatterMap): FrontMatterMap {
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key === 'label' ? 'name' : key, value]))
}
