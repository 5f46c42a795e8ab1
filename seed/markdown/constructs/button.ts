import {packAttributes, splitArguments, unpackAttributes} from '../shortcodes/attributes.ts'
import {defined, printTag} from '../shortcodes/printTag.ts'
import type {ShortcodeUnit} from '../shortcodes/scanShortcodes.ts'
import type {Button} from '../types.ts'

type Field = 'text' | 'url' | 'newTab' | 'style' | 'secondaryText' | 'secondaryUrl'

/** Argument names of the two shortcodes: `cta` of Wowchemy, `button` of the Tailwind theme. */
const fieldsOf: Readonly<Record<Button['shortcode'], Readonly<Record<string, Field>>>> = {
  cta: {
    cta_text: 'text',
    cta_link: 'url',
    cta_new_tab: 'newTab',
    cta_alt_text: 'secondaryText',
    cta_alt_link: 'secondaryUrl',
  },
  button: {text: 'text', url: 'url', new_tab: 'newTab', style: 'style'},
}

/** The theme's template reads what stands inside, so the call has to be closed: by itself, or after its text. */
const textInside = '$text'

/** `{{< cta … >}}`, `{{< button … />}}`, and `{{< button … >}}text{{< /button >}}`, which `attributes` remembers. */
export function readButton(unit: ShortcodeUnit): Button | undefined {
  const {tag, inner} = unit
  const shortcode = tag?.name === 'cta' || tag?.name === 'button' ? tag.name : undefined
  if (tag === undefined || shortcode === undefined || tag.positional.length > 0) return undefined
  const {known, others} = splitArguments(tag.named, fieldsOf[shortcode])
  const {newTab, url, ...texts} = known
  if (url === undefined || (newTab !== undefined && newTab !== 'true' && newTab !== 'false')) return undefined
  if (inner !== undefined && (texts.text !== undefined || inner.trim() === '')) return undefined
  return {
    _type: 'button',
    _key: '',
    ...texts,
    ...(inner === undefined ? {} : {text: inner.trim()}),
    url,
    ...(newTab === undefined ? {} : {newTab: newTab === 'true'}),
    shortcode,
    ...packAttributes(inner === undefined ? others : {...others, [textInside]: 'inside'}),
  }
}

export function printButton(button: Button): string {
  const {[textInside]: place, ...others} = unpackAttributes(button.attributes)
  const isInside = place === 'inside' && button.text !== undefined
  const named = Object.entries(fieldsOf[button.shortcode]).map(([name, field]) => {
    const value = isInside && field === 'text' ? undefined : button[field]
    return [name, value === undefined ? undefined : String(value)] as const
  })
  const tagArguments = {...defined(Object.fromEntries(named)), ...others}
  if (!isInside) return printTag(button.shortcode, '<', [], tagArguments, button.shortcode === 'button')
  return `${printTag(button.shortcode, '<', [], tagArguments)}${button.text}${printTag(`/${button.shortcode}`, '<', [])}`
}
