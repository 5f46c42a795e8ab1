import type {BodyItem, HtmlDetails} from '../content.ts'

/** A start tag with the summary behind it, or an end tag. */
const tags = /<details\b[^>]*>\s*(?:<summary\b[^>]*>(?<summary>[\s\S]*?)<\/summary\s*>)?|<\/details\s*>/gi

/**
 * Puts what stands between `<details>` and `</details>` into one item. HTML ends at an empty line, so that the two come as an
 * item each and what they hold, which is Markdown, as others; shown one by one, nothing would be folded. Tags without
 * a partner stay as they are. The given body is not changed.
 */
export function arrangeDetails(body: BodyItem[]): BodyItem[] {
  const found: BodyItem[] = []
  const starts: Array<{at: number; details: HtmlDetails}> = []
  for (const piece of body.flatMap(splitHtml)) {
    if (piece._type === 'htmlDetails') starts.push({at: found.length, details: piece})
    const isEnd = piece._type === 'rawHtml' && /^<\/details/i.test(piece.html ?? '')
    const start = isEnd ? starts.pop() : undefined
    if (start) found.push({...start.details, body: found.splice(start.at).slice(1)})
    else found.push(piece)
  }
  return found.map((item) => (item._type === 'htmlDetails' && !item.body ? item.tag : item))
}

/** HTML with a tag that has no partner in it, cut at such tags: a start tag with its summary, what stands between, an end tag. */
function splitHtml(item: BodyItem): BodyItem[] {
  if (item._type !== 'rawHtml') return [item]
  const html = item.html ?? ''
  const matches = [...html.matchAll(tags)]
  const ends = matches.filter(([tag]) => tag.startsWith('</')).length
  if (matches.length === 0 || (ends * 2 === matches.length && !matches[0]?.[0].startsWith('</'))) return [item]
  const pieces: BodyItem[] = []
  let from = 0
  const add = (text: string): BodyItem => ({...item, _key: `${item._key}-${pieces.length}`, html: text})
  for (const match of matches) {
    const between = html.slice(from, match.index)
    if (between.trim()) pieces.push(add(between))
    const tag = add(match[0])
    pieces.push(tag._type === 'rawHtml' && !match[0].startsWith('</') ? startOf(tag, match.groups?.['summary']) : tag)
    from = match.index + match[0].length
  }
  if (html.slice(from).trim()) pieces.push(add(html.slice(from)))
  return pieces
}

function startOf(tag: HtmlDetails['tag'], summary = ''): HtmlDetails {
  const open = /^<details\s[^>]*\bopen\b/i.test(tag.html ?? '')
  return {_type: 'htmlDetails', _key: tag._key, tag, summary: summary.trim(), open}
}
