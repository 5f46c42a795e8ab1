import type {FrontMatterMap} from '../../frontMatter/frontMatterValue.ts'
import type {Dialect} from '../../markdown/types.ts'
import {textOf} from '../../values/textOf.ts'
import {iconForDialect, readIconName, writeIconName} from '../fields/iconName.ts'

/**
 * Items of a list of links, their icons by the names of another generation's packs. What that generation has no icon
 * for stays as it is.
 */
export function iconKeys(items: readonly FrontMatterMap[], from: Dialect, to: Dialect): FrontMatterMap[] {
  return items.map((item) => {
    const {icon, icon_pack: pack} = item
    const read = readIconName(textOf(icon), textOf(pack))
    const wanted = iconForDialect(read, from, to)
    if ((from === 'kit') === (to === 'kit') || wanted?.icon === undefined) return item
    const written = writeIconName(wanted, undefined, to === 'kit')
    const pair = Object.entries(written).filter(([, value]) => value !== undefined)
    return Object.fromEntries(
      Object.entries(item).flatMap(([key, value]) =>
        key === 'icon' ? pair.map(([name, text]) => [name, text ?? '']) : key === 'icon_pack' ? [] : [[key, value]],
      ),
    )
  })
}
