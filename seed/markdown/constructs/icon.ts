import type {Icon} from '../inline/types.ts'
import {printTag} from '../shortcodes/printTag.ts'
import type {ShortcodeUnit} from '../shortcodes/scanShortcodes.ts'

/** `{{< icon name="github" pack="fab" >}}`; with any other argument it stays a verbatim shortcode. */
export function readIcon(unit: ShortcodeUnit): Omit<Icon, '_key'> | undefined {
  const {tag} = unit
  if (tag?.name !== 'icon' || tag.delimiter !== '<' || tag.selfClosing || unit.inner !== undefined) return undefined
  if (tag.positional.length > 0) return undefined
  const {name, pack, ...others} = Object.fromEntries(tag.named)
  if (typeof name !== 'string' || Object.keys(others).length > 0) return undefined
  if (pack === undefined) return {_type: 'icon', name}
  return typeof pack === 'string' ? {_type: 'icon', name, pack} : undefined
}

export function printIcon(icon: Omit<Icon, '_key'>): string {
  return printTag('icon', '<', [], {name: icon.name, pack: icon.pack})
}
