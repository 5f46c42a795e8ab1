import type {
  Decorator,
  FootnoteReference,
  Icon,
  InlineHtml,
  InlineImage,
  InlineMarkdown,
  InlineMath,
  InlineObject,
  InlineShortcode,
  LinkMark,
  ListStart,
} from './types.ts'

type Unkeyed<T> = T extends {_key: string} ? Omit<T, '_key'> : never

/** An inline object that has no key yet. */
export type InlineContent = Unkeyed<
  InlineMath | FootnoteReference | InlineShortcode | InlineHtml | InlineImage | Icon | InlineMarkdown | ListStart
>

/** A link that some pieces share: the same object for all of them. */
export type Link = Omit<LinkMark, '_key'>

export type Mark = Decorator | Link

/** A stretch of text, or an object, under the same marks, outermost first. */
export interface Piece {
  text: string
  object?: InlineContent | InlineObject
  marks: readonly Mark[]
}

export function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a === b || (a.length === b.length && a.every((mark, index) => mark === b[index]))
}

/** Adds text to the last piece when it has the same marks, else as a new piece. */
export function appendText(pieces: Piece[], text: string, marks: readonly Mark[]): void {
  if (text === '') return
  const last = pieces.at(-1)
  if (last !== undefined && last.object === undefined && sameMarks(last.marks, marks)) last.text += text
  else pieces.push({text, marks})
}
