import {printArgument} from '../../markdown/shortcodes/printTag.ts'
import {type ShortcodeTag, readTag} from '../../markdown/shortcodes/readTag.ts'
import type {Dialect} from '../../markdown/types.ts'
import {iconForDialect, readIconName, writeIconName} from '../fields/iconName.ts'
import {shortcodeDialects} from './shortcodeDialects.ts'

/** A shortcode that a generation does not have. */
export interface ForeignShortcode {
  name: string
  /** 0-based line in the text. */
  line: number
}

/** The tags of a text, samples (`{{</* x *\/>}}`) left out. */
function tagsOf(text: string): ShortcodeTag[] {
  const tags: ShortcodeTag[] = []
  for (let at = text.search(/\{\{[<%]/); at >= 0;) {
    const tag = text.startsWith('/*', at + 3) ? undefined : readTag(text, at)
    if (tag) tags.push(tag)
    const next = text.slice(tag?.end ?? at + 3).search(/\{\{[<%]/)
    at = next < 0 ? -1 : next + (tag?.end ?? at + 3)
  }
  return tags
}

/**
 * Writes the shortcodes of a Markdown text as another generation calls them, where that means exactly the same:
 * `alert` is `callout` since Wowchemy 5.1, an icon's pack is part of its name in the kit, a `diagram` is a code block.
 */
export function rewriteShortcodes(text: string, from: Dialect, to: Dialect): string {
  const renamed = tagsOf(text).reduceRight((written, tag) => {
    const source = written.slice(tag.start, tag.end)
    const fresh = tag.name === 'icon' ? rewriteIcon(tag, source, from, to) : renameTag(tag, source, to)
    return written.slice(0, tag.start) + fresh + written.slice(tag.end)
  }, text)
  return isAllowed('diagram', to) ? renamed : fenceDiagrams(renamed)
}

/** Shortcodes that a generation does not have, with their lines. */
export function findForeignShortcodes(text: string, dialect: Dialect): ForeignShortcode[] {
  return tagsOf(text)
    .filter(({name, closing}) => !closing && !isAllowed(name, dialect))
    .map(({name, start}) => ({name, line: text.slice(0, start).split('\n').length - 1}))
}

function isAllowed(name: string, dialect: Dialect): boolean {
  return shortcodeDialects[name]?.includes(dialect) ?? true
}

function renameTag({name}: ShortcodeTag, source: string, to: Dialect): string {
  const other = name === 'alert' ? 'callout' : name === 'callout' ? 'alert' : undefined
  return other === undefined || isAllowed(name, to) ? source : source.replace(name, other)
}

function rewriteIcon({named, closing}: ShortcodeTag, source: string, from: Dialect, to: Dialect): string {
  const [name, pack] = [named.get('name'), named.get('pack')]
  if (closing || typeof name !== 'string' || (pack !== undefined && typeof pack !== 'string')) return source
  const wanted = iconForDialect(readIconName(name, pack), from, to)
  if (wanted?.icon === undefined || (from === 'kit') === (to === 'kit')) return source
  const {icon = name, icon_pack: packNow} = writeIconName(wanted, undefined, to === 'kit')
  const argument = packNow === undefined ? '' : ` pack=${printArgument(packNow)}`
  return source
    .replace(/\s+pack\s*=\s*(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^\s"`]+?(?=\s|[/>%]))/, '')
    .replace(
      /\bname\s*=\s*(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^\s"`]+?(?=\s|[/>%]))/,
      `name=${printArgument(icon)}${argument}`,
    )
}

/** `{{< diagram >}}` on lines of its own. */
function fenceDiagrams(text: string): string {
  return text.replace(
    /^\{\{([<%])[ \t]*diagram[ \t]*[>%]\}\}[ \t]*(\r?\n)((?:(?!\{\{|^[ \t]*```).*\r?\n)*?)\{\{\1[ \t]*\/[ \t]*diagram[ \t]*[>%]\}\}[ \t]*$/gm,
    (_, __, eol: string, inner: string) => `\`\`\`mermaid${eol}${inner}\`\`\``,
  )
}
