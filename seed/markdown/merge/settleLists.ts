import type {Child} from '../inline/types.ts'
import {isLoose, isNumbered, listStyle} from '../listStyles.ts'
import {isListItem, isTextBlock, type ListItem} from '../printTextBlocks.ts'
import type {Body, BodyBlock, CodeBlock, TextBlock} from '../types.ts'

/**
 * Lists as Markdown can say them, at any depth of the body. An item stands at most one level below the one before it;
 * one item alone, with nothing nested in it, has no space around it, nor have items of which none is a paragraph
 * (CommonMark 5.3); and only the first item of a numbered list says the number it begins with. An editor gets there by
 * taking away what stood before, or by stopping in an item of no text.
 */
export function settleLists(blocks: Body): Body {
  const settled: Body = []
  for (let start = 0; start < blocks.length;) {
    const run: ListItem[] = []
    for (let block = blocks[start]; isListItem(block); block = blocks[start + run.length]) run.push(block)
    const other = blocks[start]
    if (run.length > 0) settled.push(...settleRun(run))
    else if (other !== undefined) settled.push(settleOther(other, settled.at(-1)))
    start += Math.max(1, run.length)
  }
  return settled
}

function settleOther(block: BodyBlock, before: BodyBlock | undefined): BodyBlock {
  if (isTextBlock(block)) return startOf(block) === undefined ? block : {...block, children: withoutStart(block)}
  if (block._type === 'codeBlock') return settleCode(block, before)
  if (block._type !== 'callout' && block._type !== 'footnote') return block
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- text blocks stay text blocks
  return {...block, content: settleLists(block.content) as TextBlock[]}
}

/** Behind a list or a footnote indented code would be its text, behind other indented code a part of that. */
function settleCode(block: CodeBlock, before: BodyBlock | undefined): CodeBlock {
  if (block.indented !== true || before === undefined || !takesIndented(before)) return block
  const {indented: _, ...fenced} = block
  return fenced
}

/** Raw lists, footnotes and definitions. */
const takesMore = /^ {0,3}(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\n]+\]:)|\n[ \t]*:[ \t]/

function takesIndented(block: BodyBlock): boolean {
  if (block._type === 'rawMarkdown') return takesMore.test(block.markdown)
  return isListItem(block) || block._type === 'footnote' || (block._type === 'codeBlock' && block.indented === true)
}

function settleRun(run: readonly ListItem[]): ListItem[] {
  return settleStarts(settleLooseness(settleLevels(withoutHollow(settleLevels(run.map(withoutEmptyQuote))))))
}

/**
 * Without the items of no text that Markdown does not take for items: one that begins a list right below the text of an
 * outer item; one with a list in it, which Goldmark puts beside it; and one between spaced items of a nested list, which
 * Goldmark ends there.
 */
function withoutHollow(run: readonly ListItem[]): readonly ListItem[] {
  const index = run.findIndex((item, at) => isHollow(item) && isLost(item, run[at - 1], run[at + 1]))
  return index < 0 ? run : withoutHollow(settleLevels(run.toSpliced(index, 1)))
}

function isLost(item: ListItem, before: ListItem | undefined, after: ListItem | undefined): boolean {
  const [level, above, below] = [levelOf(item), levelOf(before), levelOf(after)]
  if (below > level || (below === level && level > 1 && isLoose(item.listItem))) return true
  return before !== undefined && level > above && !isLoose(before.listItem) && !isHollow(before) && !isHeading(before)
}

function levelOf(item: ListItem | undefined): number {
  return item === undefined ? 0 : (item.level ?? 1)
}

function isHollow({style, children}: ListItem): boolean {
  return !isHeading({style}) && children.every((child) => child._type === 'span' && child.text.trim() === '')
}

function isHeading({style}: Pick<ListItem, 'style'>): boolean {
  return style.startsWith('h')
}

/** A quote of no text is no item's text. */
function withoutEmptyQuote(item: ListItem): ListItem {
  return item.style === 'blockquote' && isHollow(item) ? {...item, style: 'normal'} : item
}

function settleLevels(run: readonly ListItem[]): ListItem[] {
  const open: number[] = []
  return run.map((item) => {
    const level = Math.max(1, item.level ?? 1)
    while ((open.at(-1) ?? 0) > level) open.pop()
    if (open.at(-1) !== level) open.push(level)
    return open.length === item.level ? item : {...item, level: open.length}
  })
}

function settleLooseness(run: readonly ListItem[]): ListItem[] {
  const firsts = firstItems(run)
  return run.map((item, index) => {
    if (!isLoose(item.listItem)) return item
    const list = run.filter((_, other) => firsts[other] === firsts[index])
    const hasMore = list.length > 1 || levelOf(run[index + 1]) > levelOf(item)
    if (hasMore && list.some((other) => other.style === 'normal' && !isHollow(other))) return item
    return {...item, listItem: listStyle({numbered: isNumbered(item.listItem), loose: false})}
  })
}

function settleStarts(run: readonly ListItem[]): ListItem[] {
  const firsts = firstItems(run)
  return run.map((item, index) => {
    if (firsts[index] === index && isNumbered(item.listItem) && canStart(item, run[index - 1]))
      return withStartFirst(item)
    return startOf(item) === undefined ? item : {...item, children: withoutStart(item)}
  })
}

/** A list that begins right below the text of an outer item is one only if it begins with 1 (CommonMark 5.2). */
function canStart(item: ListItem, before: ListItem | undefined): boolean {
  return (
    before === undefined || levelOf(before) >= levelOf(item) || isLoose(before.listItem) || before.style !== 'normal'
  )
}

/** The one number of a list, where Markdown has it: an editor can write before it, and put two items together. */
function withStartFirst(item: ListItem): ListItem {
  const start = startOf(item)
  const before = item.children.slice(0, start === undefined ? 0 : item.children.indexOf(start))
  const saysNothing = before.every((child) => child._type === 'span' && child.text === '')
  const isAlone = item.children.filter(({_type}) => _type === 'listStart').length < 2
  return start === undefined || (saysNothing && isAlone) ? item : {...item, children: [start, ...withoutStart(item)]}
}

function startOf({children}: TextBlock): Child | undefined {
  return children.find(({_type}) => _type === 'listStart')
}

function withoutStart({children}: TextBlock): Child[] {
  return children.filter(({_type}) => _type !== 'listStart')
}

/** For each item, the index of the first one of its list. */
function firstItems(run: readonly ListItem[]): number[] {
  const open: number[] = []
  return run.map((item, index) => {
    const level = item.level ?? 1
    open.length = Math.min(open.length, level)
    const first = open[level - 1]
    if (first === undefined || run[first]?.listItem !== item.listItem) open[level - 1] = index
    return open[level - 1] ?? index
  })
}
