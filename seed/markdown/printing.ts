import type {MarkdownContext} from './types.ts'

/**
 * How inline Markdown is written. A block is tried in the plainest spelling first; one that would not be read back as
 * the same block is written with the next.
 */
export interface Printing {
  context: MarkdownContext
  escape: 'light' | 'full'
  emphasis: 'asterisk' | 'underscore' | 'tags'
  /** Normalised labels of link definitions, which would turn `[label]` into a link. */
  references: ReadonlySet<string>
  /** Of the blocks around a text: cells and headings have no line breaks of their own. */
  place: 'paragraph' | 'heading' | 'cell'
  /** In a list item, where Hugo takes `[x]` for a checkbox. */
  isItem?: boolean
  /** In the text of a link, whose end is found by counting brackets. */
  inLink?: boolean
  /** In emphasis in the text of a link, which Goldmark shows as asterisks when a bracket stands in it. */
  hidesBrackets?: boolean
}

/** The spellings in the order in which they are tried. */
export const spellings: ReadonlyArray<Pick<Printing, 'escape' | 'emphasis'>> = [
  {escape: 'light', emphasis: 'asterisk'},
  {escape: 'light', emphasis: 'underscore'},
  {escape: 'light', emphasis: 'tags'},
  {escape: 'full', emphasis: 'asterisk'},
  {escape: 'full', emphasis: 'tags'},
]

/** Those with emphasis as HTML tags. */
export const tagSpellings = spellings.filter(({emphasis}) => emphasis === 'tags')

const noLabels: ReadonlySet<string> = new Set()

/** The plainest spelling, of a paragraph. */
export function createPrinting(context: MarkdownContext, references: ReadonlySet<string> = noLabels): Printing {
  return {context, escape: 'light', emphasis: 'asterisk', references, place: 'paragraph'}
}
