import type {InlineChild, InlineHtml, TextBlock} from '../content.ts'

const startTag = /^<([a-z][a-z0-9-]*)(?:\s[^>]*)?(?<!\/)>$/i
/** Elements that hold nothing, so that `</br>` ends none of them. */
const empty = new Set([
  'br',
  'img',
  'wbr',
  'hr',
  'input',
  'area',
  'base',
  'col',
  'embed',
  'link',
  'meta',
  'source',
  'track',
])
/** Elements that are shown as one: what stands in a player is for browsers that know none. */
const players = new Set(['audio', 'iframe', 'video'])
const endTag = /^<\/([a-z][a-z0-9-]*)\s*>$/i

/**
 * Puts what stands between an inline start tag and its end tag into one element. HTML in a sentence comes as an object per tag, since
 * only the text between is Markdown; shown one by one, `<a href="…">text</a>` would be an empty link beside its text. A player
 * stays HTML, as one object. Tags without a partner stay as they are. The given block is not changed.
 */
export function arrangeInlineHtml(block: TextBlock): TextBlock {
  const children = block.children ?? []
  if (!children.some(isHtml)) return block
  return {...block, children: pairTags(children, block)}
}

function pairTags(children: InlineChild[], {markDefs}: TextBlock): InlineChild[] {
  const found: InlineChild[] = []
  const open: Array<{name: string; at: number}> = []
  for (const child of children) {
    const html = isHtml(child) ? (child.html ?? '') : ''
    const ends = endTag.exec(html)?.[1]?.toLowerCase()
    const partner = ends === undefined ? -1 : open.findLastIndex(({name}) => name === ends)
    const start = open[partner]
    const tag = start && found[start.at]
    if (start && tag && isHtml(tag)) {
      const inner = found.splice(start.at).slice(1)
      const {_key, html: opening} = tag
      if (players.has(start.name)) found.push({...tag, html: [tag, ...inner, child].map(htmlOf).join('')})
      else found.push({_type: 'htmlElement', _key, tag: opening ?? '', children: inner, markDefs: markDefs ?? []})
      open.length = partner
      continue
    }
    const starts = startTag.exec(html)?.[1]?.toLowerCase()
    if (starts !== undefined && !empty.has(starts)) open.push({name: starts, at: found.length})
    found.push(child)
  }
  return found
}

function htmlOf(child: InlineChild): string {
  return isHtml(child) ? (child.html ?? '') : ''
}

function isHtml(child: InlineChild): child is InlineHtml {
  return child._type === 'inlineHtml'
}
