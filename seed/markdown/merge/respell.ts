import {diffArrays} from 'diff'

/** How much of a changed block's source is kept: its line breaks and its spelling of unchanged words, or nothing. */
export type Fidelity = 'words' | 'lines' | 'none'

export interface Respelling {
  /** The block in the file, line feeds only. */
  source: string
  /** The same block, printed anew: tells which printed words stand for which words of the source. */
  base: string
  /** The changed block, printed. */
  printed: string
}

/**
 * A changed block as near to its source as its words allow: lines break where they broke, so that a hard-wrapped
 * paragraph is not one line after a word was changed, and what is unchanged is written as it was (`_em_`, `&amp;`).
 * The result has to be read again: words alone do not tell whether marks still belong together.
 */
export function respell({source, base, printed}: Respelling, fidelity: Fidelity): string {
  if (fidelity === 'none') return printed
  const was = readWords(source)
  const now = readWords(printed)
  const printedBefore = readWords(base)
  const isPaired = printedBefore.words.length === was.words.length
  const alignment = align(isPaired ? printedBefore.words : was.words, now.words)
  const used = new Set<number>()
  return now.words
    .map((word, index) => {
      const place = alignment[index]
      const text = fidelity === 'words' && place?.isSame === true ? (was.words[place.index] ?? word) : word
      return text + (now.gaps[index] === undefined ? '' : gapAfter(index, now, was, alignment, used))
    })
    .join('')
}

interface Words {
  words: string[]
  /** What stands after each word but the last. */
  gaps: string[]
}

/** Words and what stands between them; the backslash of a line break and the `>` of quoted lines belong to the gaps. */
function readWords(text: string): Words {
  const words: string[] = []
  const gaps: string[] = []
  let last = 0
  for (const match of text.matchAll(/\\\n[ \t>]*|[ \t]*\n[ \t>]*|[ \t]+/g)) {
    words.push(text.slice(last, match.index))
    gaps.push(match[0])
    last = match.index + match[0].length
  }
  return {words: [...words, text.slice(last)], gaps}
}

interface Place {
  /** Index of the word before the change. */
  index: number
  /** Whether it is the same word, not one that was put in its place. */
  isSame: boolean
}

/** Where each word of the changed text stood before; words put in the place of others take their places. */
function align(before: readonly string[], after: readonly string[]): Array<Place | undefined> {
  const places: Array<Place | undefined> = []
  let index = 0
  let removed = 0
  for (const {added, removed: isRemoved, count} of diffArrays([...before], [...after])) {
    if (isRemoved) {
      removed = count
      continue
    }
    for (let at = 0; at < count; at++) {
      if (!added) places.push({index: index + removed + at, isSame: true})
      else places.push(at < removed ? {index: index + at, isSame: false} : undefined)
    }
    index += removed + (added ? 0 : count)
    removed = 0
  }
  return places
}

/** The gap of the source where a line broke beside one of the two words, each used once; else the printed gap. */
function gapAfter(
  at: number,
  now: Words,
  was: Words,
  alignment: ReadonlyArray<Place | undefined>,
  used: Set<number>,
): string {
  const printed = now.gaps[at] ?? ''
  // Two spaces are text: a line break would make them one.
  if (/^[ \t]{2,}$/.test(printed)) return printed
  const [before, after] = [alignment[at]?.index, alignment[at + 1]?.index]
  const areNeighbours = before !== undefined && after === before + 1
  const candidates = areNeighbours ? [before] : [before, after === undefined ? undefined : after - 1]
  for (const candidate of candidates) {
    const gap = candidate === undefined ? undefined : was.gaps[candidate]
    if (candidate === undefined || gap === undefined || used.has(candidate)) continue
    if (!gap.includes('\n') || isHardBreak(gap) !== isHardBreak(printed)) continue
    if (!areNeighbours && startsBlock.test(now.words[at + 1] ?? '')) continue
    used.add(candidate)
    return gap
  }
  return printed
}

function isHardBreak(gap: string): boolean {
  return /^(?:\\| {2,}|[ \t]* {2})\n/.test(gap)
}

/** What would begin another block at the start of a line. */
const startsBlock = /^(?:[-+*#>=:|~{`]|\d+[.)])/
