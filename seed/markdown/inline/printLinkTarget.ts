import {breakCalls} from '../shortcodes/escapeSamples.ts'
import {scanShortcodes} from '../shortcodes/scanShortcodes.ts'

/** Destination and title of a link or an image; a shortcode in them (`relref`) stays as it is. */
export function printLinkTarget(href: string, title?: string): string {
  const target = outsideShortcodes(href, (text) => text.replace(/\s/g, encodeURIComponent))
  const destination = printDestination(href, title !== undefined, target)
  return title === undefined ? destination : `${destination} ${printTitle(title)}`
}

function printDestination(href: string, hasTitle: boolean, encoded: string): string {
  if (href === '') return hasTitle ? '<>' : ''
  const {units} = scanShortcodes(href)
  if (units.length > 0) return encoded
  if (/[\n\r]/.test(href)) return encoded
  // oxlint-disable-next-line no-control-regex -- CommonMark: a bare destination has no control characters
  if (/[\s\u0000-\u001f\u007f]|^</.test(href) || !hasBalancedParentheses(href)) {
    return `<${escapeEntities(href).replace(/[<>]|\\(?=[!-/:-@[-`{-~]|$)/g, '\\$&')}>`
  }
  return escapeEntities(href).replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
}

function printTitle(title: string): string {
  const text = escapeEntities(title).replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
  return `"${breakCalls(text.replace(/"/g, '\\"'))}"`
}

function hasBalancedParentheses(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')' && --depth < 0) return false
  }
  return depth === 0
}

/** `&` before what would be read as an entity becomes `&amp;`. */
function escapeEntities(text: string): string {
  return text.replace(/&(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z]\w*;)/gi, '&amp;')
}

function outsideShortcodes(text: string, change: (text: string) => string): string {
  let result = ''
  let last = 0
  for (const {start, end, source} of scanShortcodes(text).units) {
    result += change(text.slice(last, start)) + source
    last = end
  }
  return result + change(text.slice(last))
}
