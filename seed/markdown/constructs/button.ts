import {packAttributes, splitArguments, unpackAttributes} from '../shortcodes/attributes.ts'
import {printTag} from '../shortcodes/printTag.ts'
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

export function readButton(unit: ShortcodeUnit): Button | undefined {
  const {tag} = unit
  const shortcode = tag?.name === 'cta' || tag?.name === 'button' ? tag.name : undefined
  if (tag === undefined || shortcode === undefined || tag.positional.length > 0) return undefined
  const {known, others} = splitArguments(tag.named, fieldsOf[shortcode])
  const {newTab, url, ...texts} = known
  if (url === undefined || (newTab !== undefined && newTab !== 'true' && newTab !== 'false')) return undefined
  return {
    _type: 'button',
    _key: '',
    ...texts,
    url,
    ...(newTab === undefined ? {} : {newTab: newTab === 'true'}),
    shortcode,
    ...packAttributes(others),
  }
}

export function printButton(button: Button): string {
  const fields = fieldsOf[button.shortcode]
  const named = Object.entries(fields).map(([name, field]) => {
    const value = button[field]
    return [name, value === undefined ? undefined : String(value)] as const
  })
  return printTag(button.shortcode, '<', [], {...Object.fromEntries(named), ...unpackAttributes(button.attributes)})
}
