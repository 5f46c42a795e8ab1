import type {Draft, Reading} from './reading.ts'

const checkbox = /^\[[ xX]\]$/
const attributes = /^\s*\{.*\}$/

/** Says what of a text block is shown or kept otherwise than an editor may expect. */
export function noteInline({block, lines}: Draft, reading: Reading): void {
  if (block._type !== 'block') return
  for (const child of block.children) {
    if (child._type === 'span' && !child.marks.includes('code')) noteText(child.text, lines[0], reading)
    if (child._type !== 'inlineMarkdown' || checkbox.test(child.markdown) || attributes.test(child.markdown)) continue
    reading.note('rawInline', lines[0], 'Kept as Markdown inside the text.', child.markdown)
  }
}

/** Bold that CommonMark's flanking rule refuses, `**중요(重要)**입니다`, is shown with its asterisks by Hugo too. */
function noteText(text: string, line: number, reading: Reading): void {
  const literal = /(\*\*|__)(?=\S)[^*_]+(?<=\S)\1/.exec(text)?.[0]
  if (literal !== undefined) reading.note('literalEmphasis', line, 'Hugo shows these marks as text.', literal)
  const footnote = text.includes('[^') ? /\[\^[^\]\s]+\](?!\()/.exec(text)?.[0] : undefined
  if (footnote !== undefined) reading.note('danglingFootnote', line, 'No footnote has this label.', footnote)
}

/** Comments need no notice; the summary's end is one of them. */
export function noteHtml(drafts: Draft[], html: string, reading: Reading): Draft[] {
  const line = drafts[0]?.lines[0] ?? 0
  if (!/^\s*<!--/.test(html))
    reading.note('rawHtml', line, 'HTML is kept as it is.', html.slice(0, 80).replace(/\n[\s\S]*/, ''))
  return drafts
}
