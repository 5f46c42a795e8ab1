import {placeItems} from '../matchItems.ts'
import {type ValueEdit, type ValuePath, diffValue} from './diffValue.ts'
import {formatToml, formatTomlKey} from './formatToml.ts'
import {type FrontMatterMap, type FrontMatterValue, isMap, sameValue} from './frontMatterValue.ts'
import type {TomlTable} from './scanToml.ts'

/** Whether a value has a form in tables: a map with keys, or a list of maps. */
export function isTabled(value: FrontMatterValue): value is FrontMatterMap | FrontMatterMap[] {
  return isMap(value) ? Object.keys(value).length > 0 : Array.isArray(value) && value.length > 0 && value.every(isMap)
}

/** Whether the value there is an item of a list, which has a block of its own however few keys it has. */
export function isItem(path: ValuePath): boolean {
  return typeof path.at(-1) === 'number'
}

/** A map as a `[name]` block, or as the `[[name]]` block of an item; a list of maps as `[[name]]` blocks. Indented as the text of an old one is. */
export function tablesText(
  path: ValuePath,
  value: FrontMatterMap | readonly FrontMatterMap[],
  eol: string,
  old = '',
): string {
  const name = path.flatMap((step) => (typeof step === 'string' ? [formatTomlKey(step)] : [])).join('.')
  const [, outer = '', inner = ''] = /^([ \t]*)\[.*(?:\n(?:[ \t\r]*(?:#.*)?\n)*([ \t]*))?/.exec(old) ?? []
  const pairs = (map: FrontMatterMap) =>
    Object.entries(map).map(
      ([key, member]) => `${inner}${formatTomlKey(key)} = ${formatToml(member, undefined, eol)}${eol}`,
    )
  const block = (head: string, map: FrontMatterMap) => `${outer}${head}${eol}${pairs(map).join('')}`
  if (isMap(value)) return block(isItem(path) ? `[[${name}]]` : `[${name}]`, value)
  return value.map((map) => block(`[[${name}]]`, map)).join(eol)
}

/**
 * Edits the `[[name]]` blocks of a list: those that stay keep their lines and the comments above them; of one that
 * changed only the lines of its keys differ; new ones are indented like the first.
 * @param own The blocks, one behind the other.
 * @param edit Makes an edit in a TOML text.
 */
export function editTableList(
  header: string,
  own: readonly TomlTable[],
  list: {path: ValuePath; old: readonly FrontMatterValue[]; value: readonly FrontMatterMap[]; eol: string},
  edit: (text: string, change: ValueEdit) => string,
): string {
  const {path, old, value, eol} = list
  const blocks = own.map(({start, end}, index) => ({
    lead: index === 0 ? '' : header.slice(own[index - 1]?.end, start),
    text: closed(header.slice(start, end), eol),
  }))
  const places = placeItems<FrontMatterValue>(value, old, sameValue)
  const lead = blocks[1]?.lead === '' ? '' : eol
  const parts = value.map((map, index) => {
    const place = places[index]
    const isNew = place === undefined && places.includes(index)
    const block = isNew ? undefined : blocks[place ?? index]
    const fresh = () => ({lead: index === 0 ? '' : lead, text: tablesText(path, [map], eol, blocks[0]?.text)})
    if (!block) return fresh()
    const placed = index > 0 && block === blocks[0] ? {...block, lead} : block
    const before = old[index]
    if (place !== undefined) return placed
    if (!isTabled(map) || before === undefined || !isTabled(before)) return {...fresh(), lead: placed.lead}
    return {...placed, text: diffValue([...path, 0], before, map).reduce(edit, block.text)}
  })
  const written = parts.map((part) => part.lead + part.text).join('')
  return header.slice(0, own[0]?.start) + written + header.slice(own.at(-1)?.end)
}

function closed(text: string, eol: string): string {
  return text.endsWith('\n') ? text : text + eol
}
