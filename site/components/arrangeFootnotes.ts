import type {BodyItem, FootnoteValue, TextBlock} from '../content.ts'
import {mapText} from './mapText.ts'

export interface NumberedFootnote {
  footnote: FootnoteValue
  /** Absent for a note that the text never refers to. */
  number?: number
  /** Ids of the references, in reading order. */
  references: string[]
}

export interface ArrangedFootnotes<Item> {
  body: Item[]
  footnotes: NumberedFootnote[]
}

/** The id of a note on its page. */
export function footnoteId(label: string): string {
  return `fn:${label}`
}

/**
 * Takes the footnotes out of a body and numbers them by their first reference, as Goldmark does; notes that nothing refers to
 * come last. References in the returned body carry their number and id,
 * and its blocks have children and markDefs, which @portabletext/react asks for. The given body is not changed.
 */
export function arrangeFootnotes(body: BodyItem[]): ArrangedFootnotes<BodyItem> {
  const notes = new Map<string, NumberedFootnote>()
  for (const item of body) {
    const label = item._type === 'footnote' ? item.label : undefined
    if (item._type === 'footnote' && label && !notes.has(label)) notes.set(label, {footnote: item, references: []})
  }
  let count = 0
  const refer = (block: TextBlock): TextBlock => ({
    ...block,
    markDefs: block.markDefs ?? [],
    children: (block.children ?? []).map((child) => {
      const note = child._type === 'footnoteReference' ? notes.get(child.label ?? '') : undefined
      if (!note || child._type !== 'footnoteReference') return child
      note.number ??= count += 1
      const anchor = `fnref${note.references.length || ''}:${child.label}`
      note.references.push(anchor)
      return {...child, number: note.number, anchor}
    }),
  })
  const arranged = body
    .filter((item) => item._type !== 'footnote' || notes.get(item.label ?? '')?.footnote !== item)
    .map((item) => mapText(item, refer))
  const footnotes = [...notes.values()].sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity))
  return {body: arranged, footnotes: footnotes.map((note) => ({...note, references: [...note.references]}))}
}
