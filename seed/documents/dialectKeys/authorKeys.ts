import type {KeyEdit} from '../../frontMatter/editFrontMatter.ts'
import {type FrontMatterMap, type FrontMatterValue, isMap, sameValue} from '../../frontMatter/frontMatterValue.ts'
import type {Dialect} from '../../markdown/types.ts'
import type {Page} from '../page.ts'
import {iconKeys} from './iconKeys.ts'
import type {KeyPlan} from './keyPlan.ts'

const SCHEMA = 'hugoblox/author/v1'

/** The keys of an author's page as those of the kit's data file, or back. Keys that both know stay. */
export function authorKeys(page: Page, toData: boolean): KeyPlan {
  return toData ? dataKeys(page) : pageKeys(page)
}

function dataKeys({values, file, dialect}: Page): KeyPlan {
  const names = rename(values, [
    ['title', 'name'],
    ['superuser', 'is_owner'],
    ['organizations', 'affiliations'],
    ['social', 'links'],
    ['profiles', 'links'],
  ])
  const edits: KeyEdit[] = []
  const title = values.get('title')
  if (names.get('title') === 'name') edits.push({key: 'name', value: {display: title ?? ''}})
  const profiles = [...names].find(([, name]) => name === 'links')?.[0]
  const links = profiles === undefined ? undefined : values.get(profiles)
  edits.push(...memberEdits(links, 'link', 'url', 'links', [dialect, 'kit']))
  if (!values.has('schema')) edits.unshift({key: 'schema', value: SCHEMA})
  if (!values.has('slug')) edits.unshift({key: 'slug', value: file.name})
  return {names, edits}
}

function pageKeys({values, file, spelling}: Page): KeyPlan {
  const name = values.get('name')
  const shown = isMap(name) ? name['display'] : undefined
  const alone = isMap(name) && Object.keys(name).length === 1 && typeof shown === 'string'
  const names = rename(values, [
    ...(alone ? [['name', 'title'] as const] : []),
    ['is_owner', 'superuser'],
    ['affiliations', 'organizations'],
    ['links', 'social'],
  ])
  const edits: KeyEdit[] = []
  if (alone) edits.push({key: 'title', value: shown})
  else if (typeof shown === 'string' && !values.has('title')) edits.push({key: 'title', value: shown})
  edits.push(...memberEdits(values.get('links'), 'url', 'link', 'social', ['kit', 'wowchemy']))
  const ours = values.get('schema') === SCHEMA
  if (ours) edits.push({key: spelling.get('schema') ?? 'schema', value: undefined})
  if (ours && values.get('slug') === file.name) edits.push({key: spelling.get('slug') ?? 'slug', value: undefined})
  return {names, edits}
}

function rename(
  values: ReadonlyMap<string, unknown>,
  wanted: ReadonlyArray<readonly [string, string]>,
): Map<string, string> {
  const names = new Map<string, string>()
  for (const [key, name] of wanted) {
    const taken = values.has(name) || [...names.values()].includes(name)
    if (values.has(key) && !taken) names.set(key, name)
  }
  return names
}

/** Renames a member in each item of a list, and their icons for another generation. */
function memberEdits(
  list: FrontMatterValue | undefined,
  from: string,
  to: string,
  key: string,
  [now, dialect]: readonly [Dialect, Dialect],
): KeyEdit[] {
  if (!Array.isArray(list) || !list.every(isMap)) return []
  const renamed = (item: FrontMatterMap) =>
    Object.fromEntries(Object.entries(item).map(([name, value]) => [name === from && !(to in item) ? to : name, value]))
  const value = iconKeys(list, now, dialect).map(renamed)
  return sameValue(value, list) ? [] : [{key, value}]
}
