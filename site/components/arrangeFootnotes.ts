import type {BodyItem, FootnoteMark, FootnoteValue, InlineChild, TextBlock} from '../content.ts'
import {placeReferences} from '../text/rawReferences.ts'
import {mapText} from './mapText.ts'

export interface NumberedFootnote {
  footnote: FootnoteValue
  /** Absent for a note that only a shortcode refers to. */
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
 * are not shown, as in Hugo. References in the returned body and notes, those in Markdown that has no structured form included, carry their number and id,
 * and its blocks have children and markDefs, which @portabletext/react asks for. The given body is not changed.
 */
export function arrangeFootnotes(body: BodyItem[]): ArrangedFootnotes<BodyItem> {
  const notes = new Map<string, NumberedFootnote>()
  const taken = new Set<BodyItem>()
  for (const item of body) {
    const footnote = readNote(item)
    if (!footnote?.label || notes.has(footnote.label)) continue
    notes.set(footnote.label, {footnote, references: []})
    taken.add(item)
  }
  const mark = createMarker(notes)
  const arranged = body.filter((item) => !taken.has(item)).map((item) => markReferences(item, mark))
  for (const note of notes.values()) note.footnote = markNote(note.footnote, mark)
  const footnotes = [...notes.values()]
    .filter(({number, footnote}) => number !== undefined || isInShortcode(footnote.label ?? '', arranged))
    .sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity))
  return {body: arranged, footnotes: footnotes.map((note) => ({...note, references: [...note.references]}))}
}

/** A note, or the raw Markdown of one: `[^label]: text`. */
function readNote(item: BodyItem): FootnoteValue | undefined {
  if (item._type === 'footnote') return item
  const [start, label] = item._type === 'rawMarkdown' ? (rawNote.exec(item.markdown ?? '') ?? []) : []
  if (start === undefined || label === undefined || item._type !== 'rawMarkdown') return undefined
  const markdown = (item.markdown ?? '').slice(start.length).replaceAll(/^(?: {4}|\t)/gm, '')
  return {_type: 'footnote', _key: item._key, label, markdown}
}

const rawNote = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/

type Mark = (label: string) => FootnoteMark | undefined

/** Numbers references in the order in which they are asked for; undefined for a note that does not exist. */
function createMarker(notes: ReadonlyMap<string, NumberedFootnote>): Mark {
  let count = 0
  return (label) => {
    const note = notes.get(label)
    if (!note) return undefined
    note.number ??= count += 1
    const anchor = `fnref${note.references.length || ''}:${label}`
    note.references.push(anchor)
    return {label, number: note.number, anchor}
  }
}

function markReferences(item: BodyItem, mark: Mark): BodyItem {
  if (item._type === 'rawMarkdown') return {...item, ...placeReferences(item.markdown ?? '', mark)}
  return mapText(item, (block) => markBlock(block, mark))
}

/** A note may refer to another one. */
function markNote(note: FootnoteValue, mark: Mark): FootnoteValue {
  const {content, markdown} = note
  return {
    ...note,
    ...(content && {content: content.map((block) => markBlock(block, mark))}),
    ...(markdown !== undefined && placeReferences(markdown, mark)),
  }
}

function markBlock(block: TextBlock, mark: Mark): TextBlock {
  return {
    ...block,
    markDefs: block.markDefs ?? [],
    children: (block.children ?? []).map((child) => markChild(child, mark)),
  }
}

/** What a shortcode holds is not numbered, but may refer to notes. */
function isInShortcode(label: string, body: BodyItem[]): boolean {
  return body.some((item) => item._type === 'shortcode' && item.source?.includes(`[^${label}]`))
}

/** A reference with its number; Markdown of a sentence holds those that stand inside of bold or slanted text or of a link. */
function markChild(child: InlineChild, mark: Mark): InlineChild {
  if (child._type === 'footnoteReference') return {...child, ...mark(child.label ?? '')}
  if (child._type === 'inlineMarkdown') return {...child, ...placeReferences(child.markdown ?? '', mark)}
  return child
}
