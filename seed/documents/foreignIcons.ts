import type {Notice} from '../notices.ts'
import {hashContent} from '../values/hashContent.ts'
import {isRecord} from '../values/isRecord.ts'
import {type IconName, iconForDialect, writeIconName} from './fields/iconName.ts'
import {fieldOf} from './fingerprint.ts'
import type {Page} from './page.ts'
import type {AnyDocument} from './types.ts'

/** An icon of a link, a profile or a line of text. */
interface UsedIcon {
  icon: string
  iconPack: string
  /** It stands in a line of text: there the kit reads only a name, `brands/github`. */
  isInline: boolean
}

/**
 * Icons that an editor chose from a set that the kit does not have: it draws none for them. What the page has already is the owner's.
 * @param base The document as its page is read.
 */
export function noticeForeignIcons(
  document: AnyDocument,
  base: AnyDocument,
  changed: readonly string[],
  {file, dialect}: Page,
): Notice[] {
  if (dialect !== 'kit') return []
  return changed.flatMap((field) => {
    const had = new Set(iconsIn(fieldOf(base, field)).map(hashContent))
    const fresh = new Map(iconsIn(fieldOf(document, field)).map((icon) => [hashContent(icon), icon]))
    return [...fresh].flatMap(([hash, icon]): Notice[] => {
      const advice = had.has(hash) ? undefined : adviceFor(icon)
      if (advice === undefined) return []
      const message = `The kit draws no icon "${icon.icon}" of the set "${icon.iconPack}" there: ${advice} in the Studio.`
      return [{kind: 'foreignForm', path: file.path, field, message, value: icon.icon}]
    })
  })
}

/** What to choose instead; nothing where the kit has the icon. */
function adviceFor({isInline, ...used}: UsedIcon): string | undefined {
  const drawn = iconForDialect(used, 'wowchemy', 'kit')
  if (drawn === undefined) return `choose another icon, of the set "${isInline ? 'brands' : 'hero'}" for instance,`
  if (isInline) return `leave the set empty and name it "${nameInKit(drawn)}"`
  return drawn.iconPack === used.iconPack ? undefined : `choose "${drawn.icon}" of the set "${drawn.iconPack}"`
}

function nameInKit(icon: IconName): string | undefined {
  return writeIconName(icon, undefined, true).icon
}

function iconsIn(value: unknown): UsedIcon[] {
  if (!isRecord(value)) return []
  const isInline = value['_type'] === 'icon'
  const [icon, iconPack] = isInline ? [value['name'], value['pack']] : [value['icon'], value['iconPack']]
  const own = typeof icon === 'string' && typeof iconPack === 'string' ? [{icon, iconPack, isInline}] : []
  return [...own, ...Object.values(value).flatMap(iconsIn)]
}
