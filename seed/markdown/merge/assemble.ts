import {isNumbered, type ListStyle} from '../listStyles.ts'
import {isListItem, isOneConstruct, isTextBlock, listStart, separatorBefore} from '../printTextBlocks.ts'
import {readSourceText} from '../sourceText.ts'
import type {BodyBlock, SourceSpan, TextBlock} from '../types.ts'
import {readMarker, renumber, restyle, type Marker} from './listItems.ts'
import type {Match} from './matchBlocks.ts'
import {respell, type Fidelity} from './respell.ts'
import {withLineEnds} from './withLineEnds.ts'

/**
 * How much of the source is kept around changes: as much as possible, what lies outside of changed lists and quotes,
 * also outside of the lists beside them, whose markers have to differ, or what has the neighbours that it had: an
 * indented text that comes to stand behind a list would belong to its last item.
 */
export type Care = 'items' | 'groups' | 'runs' | 'seams'

export interface Assembly {
  source: string
  spans: readonly SourceSpan[]
  matches: readonly Match[]
  /** Printed text of each current block. */
  printed: readonly string[]
  /** The blocks of the source. */
  blocks: readonly BodyBlock[]
  /** Printed text of each of them. */
  base: readonly string[]
  lineEnd: string
  care: Care
  /** How near to its source each changed block is written. */
  fidelity: (index: number) => Fidelity
}

/** The body with unchanged blocks copied from the source and the others printed in their place. */
export function assemble(assembly: Assembly): string {
  const {source, spans, matches} = assembly
  const first = spans[0]
  const last = spans.at(-1)
  const head = first === undefined ? source : source.slice(0, first.start)
  const tail = last === undefined ? assembly.lineEnd : source.slice(last.end)
  if (matches.length === 0) return head + tail.replace(/^(\r\n|\n)/, '')
  const fresh = assembly.care === 'items' ? new Set<number>() : changedGroups(assembly)
  const numbers = itemNumbers(matches)
  const texts = matches.map((match, index) => {
    const text = textOf(assembly, match, index, fresh.has(index), numbers[index] ?? 1)
    return separator(assembly, index, fresh) + text
  })
  return head + texts.join('') + tail
}

function textOf(assembly: Assembly, match: Match, index: number, isFresh: boolean, number: number): string {
  const span = assembly.spans[match.base]
  const written = span === undefined ? undefined : assembly.source.slice(span.start, span.end)
  const printed = assembly.printed[index] ?? ''
  const local = (text: string): string => withLineEnds(text, match.block, assembly.lineEnd)
  const respelled = (text: string): string =>
    written === undefined || !keepsShape(assembly, match)
      ? text
      : respell(
          {source: readSourceText(written).text, base: assembly.base[match.base] ?? '', printed: text},
          assembly.fidelity(index),
        )
  if (isFresh) return local(printed)
  if (!isListItem(match.block)) return match.changed || written === undefined ? local(respelled(printed)) : written
  const restarted = isRestructured(assembly, index)
  if (!match.changed && written !== undefined) return restarted ? renumber(written, number) : written
  const style = markerFor(assembly, match.block, index)
  return local(
    respelled(style === undefined ? printed : restyle(printed, style, restarted ? number : (style.number ?? number))),
  )
}

/** Whether a block is still the kind of text that it was. */
function keepsShape({blocks}: Assembly, {block, base}: Match): boolean {
  return (
    blocks[base] !== undefined &&
    isTextBlock(block) &&
    !block.style.startsWith('h') &&
    keepsKind({blocks}, {block, base})
  )
}

/** The marker of the item's own source, else of the nearest item like it in the same run of items. */
function markerFor(assembly: Assembly, block: TextBlock, index: number): Marker | undefined {
  const {matches} = assembly
  const candidates = [index]
  for (let at = index - 1; at >= 0 && isListItem(matches[at]?.block); at--) candidates.push(at)
  for (let at = index + 1; at < matches.length && isListItem(matches[at]?.block); at++) candidates.push(at)
  for (const candidate of candidates) {
    const match = matches[candidate]
    const span = assembly.spans[match?.base ?? -1]
    if (match === undefined || span === undefined || !isListItem(match.block)) continue
    const before = assembly.blocks[match.base]
    if (before?._type !== 'block' || before.level !== match.block.level) continue
    if (match.block.listItem !== block.listItem || (match.block.level ?? 1) !== (block.level ?? 1)) continue
    const marker = readMarker(assembly.source.slice(span.start, span.end))
    if (marker !== undefined && (marker.number === undefined) === !isNumbered(block.listItem)) return marker
  }
  return undefined
}

/** Whether the run of items around an index is not the source's own any more: its numbers are to be counted anew. */
function isRestructured(assembly: Assembly, index: number): boolean {
  const {matches, blocks} = assembly
  let start = index
  while (start > 0 && isListItem(matches[start - 1]?.block)) start--
  const base = matches[start]?.base ?? -1
  if (base < 0 || isListItem(blocks[base - 1])) return true
  for (let at = start; at < matches.length && isListItem(matches[at]?.block); at++) {
    const match = matches[at]
    if (match?.base !== base + at - start || !keepsKind(assembly, match)) return true
  }
  return false
}

/** The number of each item in its list. */
function itemNumbers(matches: readonly Match[]): number[] {
  const counts: Array<{listItem: ListStyle; count: number}> = []
  return matches.map(({block}) => {
    if (!isListItem(block)) {
      counts.length = 0
      return 1
    }
    const level = block.level ?? 1
    counts.length = Math.min(counts.length, level)
    const open = counts[level - 1]
    const list =
      open?.listItem === block.listItem ? open : {listItem: block.listItem, count: (listStart(block) ?? 1) - 1}
    counts[level - 1] = list
    return ++list.count
  })
}

/** Members of lists and quotes of which anything changed; lists beside one another may count as one, and blocks with other neighbours as changed. */
function changedGroups({matches, blocks, care}: Assembly): Set<number> {
  const fresh = new Set<number>()
  const isSeam = (index: number): boolean => {
    const [before, after] = [matches[index - 1], matches[index]]
    const base = (before?.base ?? -1) + 1
    return (after?.base ?? blocks.length) !== base || before?.changed === true || after?.changed === true
  }
  for (let start = 0; start < matches.length;) {
    let end = start + 1
    while (end < matches.length && joins(matches, end, care !== 'groups')) end++
    const group = matches.slice(start, end)
    const isKept = group.every(({base, changed}, index) => !changed && base === (group[0]?.base ?? -1) + index)
    const isMoved = care === 'seams' && (isSeam(start) || isSeam(end))
    if (!isKept || isMoved) for (let index = start; index < end; index++) fresh.add(index)
    start = end
  }
  return fresh
}

function joins(matches: readonly Match[], index: number, asRuns: boolean): boolean {
  const [before, block] = [matches[index - 1]?.block, matches[index]?.block]
  if (before === undefined || block === undefined) return false
  return isOneConstruct(index, (at) => matches[at]?.block) || (asRuns && isListItem(before) && isListItem(block))
}

/** What stood between two blocks if they were neighbours and it still parts them, else what two such blocks need. */
function separator(assembly: Assembly, index: number, fresh: ReadonlySet<number>): string {
  const {matches, spans, source, lineEnd} = assembly
  const before = matches[index - 1]
  const match = matches[index]
  if (before === undefined || match === undefined) return ''
  const needed = separatorBefore(index, (at) => matches[at]?.block)
  const from = spans[before.base]
  const to = spans[match.base]
  const isTouched = fresh.has(index) && fresh.has(index - 1)
  if (from !== undefined && to !== undefined && match.base === before.base + 1 && !isTouched) {
    const written = source.slice(from.end, to.start)
    const isKept = keepsKind(assembly, before) && keepsKind(assembly, match)
    if (isKept || (needed === '\n\n' && /^\s*\n\s*\n\s*$/.test(written))) return written
  }
  return needed.replaceAll('\n', lineEnd)
}

/** Whether a block is of the kind that it was, so that it ends and begins where it did. */
function keepsKind({blocks}: Pick<Assembly, 'blocks'>, {block, base}: Pick<Match, 'block' | 'base'>): boolean {
  const before = blocks[base]
  if (!isTextBlock(block) || before === undefined || !isTextBlock(before)) return true
  return block.style === before.style && block.listItem === before.listItem && block.level === before.level
}
