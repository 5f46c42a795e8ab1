import type {Notice} from '../notices.ts'
import {findForeignShortcodes} from './dialectBody/rewriteShortcodes.ts'
import {DIALECT_NAMES} from './dialects.ts'
import type {Page} from './page.ts'

/**
 * What an editor put into a page though its generation of the theme has no shortcode for it, a button before Wowchemy for instance:
 * Hugo does not build such a site. What the page has already is the owner's.
 * @param body The page's new text below the front matter.
 */
export function noticeForeignShortcodes(body: string, {file, parts, dialect}: Page): Notice[] {
  const had = new Set(findForeignShortcodes(parts.body, dialect).map(({name}) => name))
  const names = new Set(findForeignShortcodes(body, dialect).map(({name}) => name)).difference(had)
  return [...names].map((name) => ({
    kind: 'foreignForm',
    path: file.path,
    field: 'body',
    message: `A block of the Studio is written as the shortcode "${name}", which ${DIALECT_NAMES[dialect]} does not have: unless the site's theme or its layouts/shortcodes has it, Hugo stops there. Remove the block in the Studio then.`,
  }))
}
