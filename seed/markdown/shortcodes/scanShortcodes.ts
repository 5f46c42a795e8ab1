import {readTag, type ShortcodeTag} from './readTag.ts'

/** A whole shortcode call, the text up to its closing tag included, or an escaped sample. */
export interface ShortcodeUnit {
  start: number
  end: number
  /** As written. */
  source: string
  /** Of an escaped sample, what a reader sees, `{{< x >}}`. */
  sample?: string
  tag?: ShortcodeTag
  /** Between the tags; absent without a closing tag. */
  inner?: string
}

export interface ShortcodeScan {
  units: ShortcodeUnit[]
  /** Offsets of delimiters that no tag follows: Hugo stops the build there. */
  unclosed: number[]
}

const opener = /\{\{[<%]/g

/**
 * Finds the shortcodes of a page before its Markdown is looked at, as Hugo does: in code, HTML and everywhere.
 * A tag is paired with the next closing tag of its name; without one it stands alone.
 */
export function scanShortcodes(text: string): ShortcodeScan {
  const scan: ShortcodeScan = {units: [], unclosed: []}
  const open: Array<{tag: ShortcodeTag; index: number}> = []
  opener.lastIndex = 0
  for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
    const start = match.index
    const sampleEnd = text.startsWith('/*', start + 3)
      ? text.indexOf(`*/${text[start + 2] === '<' ? '>' : '%'}}}`, start + 5)
      : -1
    if (sampleEnd >= 0) {
      scan.units.push(sampleUnit(text, start, sampleEnd))
      opener.lastIndex = sampleEnd + 5
      continue
    }
    const tag = readTag(text, start)
    if (tag === undefined) {
      scan.unclosed.push(start)
      continue
    }
    opener.lastIndex = tag.end
    if (tag.closing && closeTag(text, tag, open, scan.units)) continue
    scan.units.push({start, end: tag.end, source: text.slice(start, tag.end), tag})
    if (!tag.closing && !tag.selfClosing) open.push({tag, index: scan.units.length - 1})
  }
  return scan
}

function sampleUnit(text: string, start: number, sampleEnd: number): ShortcodeUnit {
  const end = sampleEnd + 5
  const sample = text.slice(start, start + 3) + text.slice(start + 5, sampleEnd) + text.slice(sampleEnd + 2, end)
  return {start, end, source: text.slice(start, end), sample}
}

function closeTag(
  text: string,
  closing: ShortcodeTag,
  open: Array<{tag: ShortcodeTag; index: number}>,
  units: ShortcodeUnit[],
): boolean {
  const depth = open.findLastIndex(({tag}) => tag.name === closing.name)
  const opened = open[depth]
  if (opened === undefined) return false
  open.length = depth
  units.length = opened.index
  const {tag} = opened
  units.push({
    start: tag.start,
    end: closing.end,
    source: text.slice(tag.start, closing.end),
    tag,
    inner: text.slice(tag.end, closing.start),
  })
  return true
}
