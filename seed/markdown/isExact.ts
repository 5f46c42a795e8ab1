import {canonicalAlert} from './constructs/callout.ts'
import {printCodeBlock} from './constructs/codeBlock.ts'
import {isReadByVersion} from './inline/isPlainInline.ts'
import {isPlainNode} from './isPlainNode.ts'
import {joinPrinted, printEach} from './printBlocks.ts'
import {createPrinting, spellings, tagSpellings, type Printing} from './printing.ts'
import {sliceLines, type Draft, type Node, type Reading} from './reading.ts'
import {unmask} from './shortcodes/placeholders.ts'
import {signature, signatureOf, withoutIds} from './signature.ts'
import {hasStruckHeading} from './struckHeading.ts'

/** Whether printing the blocks of a construct gives the same page as its source. */
export function isExact(drafts: readonly Draft[], node: Node, reading: Reading): boolean {
  return isPlainNode(node) || isSameFence(drafts, node, reading) || isExactWhenPrinted(drafts, node, reading)
}

function isSameFence([draft]: readonly Draft[], node: Node, reading: Reading): boolean {
  return draft?.block._type === 'codeBlock' && printCodeBlock(draft.block) === sliceLines(reading, node.lines)
}

/** The same, asked of the printed text, without the short cut for plain text. */
export function isExactWhenPrinted(drafts: readonly Draft[], node: Node, reading: Reading): boolean {
  const source = unmask(sliceLines(reading, node.lines), reading.units)
  const blocks = drafts.map(({block}) => block)
  const printing = createPrinting(reading.context, labelsOf(reading))
  const printed = joinPrinted(blocks, printEach(blocks, printing))
  if (printed === source || printed === joinSoftLines(source)) return true
  if (isReadByVersion(source)) return false
  const {dialect} = reading.context
  const isAlert = dialect === 'kit' && blocks[0]?._type === 'callout' && blocks[0].syntax === 'alert'
  const wanted = isAlert
    ? signatureOf(canonicalAlert(source), dialect, reading.environment)
    : signature(node.tokens, reading.units, dialect, reading.environment)
  const given = signatureOf(printed, dialect, reading.environment)
  const isWanted = (spelling: Partial<Printing>) => {
    const respelled = joinPrinted(blocks, printEach(blocks, {...printing, ...spelling}))
    return signatureOf(respelled, dialect, reading.environment) === wanted
  }
  if (withoutIds(given) === withoutIds(wanted))
    return given === wanted || (blocks.some(hasStruckHeading) && tagSpellings.some(isWanted))
  if (spellings.slice(1).some(isWanted)) return true
  return (
    blocks.length > 1 && signatureOf(printAsWritten(drafts, printing, reading), dialect, reading.environment) === wanted
  )
}

/** Each block in the spelling in which it is written, if it is in one: what one item of a list needs may be wrong for another. */
function printAsWritten(drafts: readonly Draft[], printing: Printing, reading: Reading): string {
  const blocks = drafts.map(({block}) => block)
  const printed = spellings.map((spelling) => printEach(blocks, {...printing, ...spelling}))
  const texts = drafts.map(({lines}, index) => {
    const source = unmask(sliceLines(reading, lines), reading.units).trimEnd()
    return printed.map((spelled) => spelled[index] ?? '').find((text) => text === source) ?? printed[0]?.[index] ?? ''
  })
  return joinPrinted(blocks, texts)
}

function labelsOf({environment}: Reading): ReadonlySet<string> | undefined {
  return environment.references === undefined ? undefined : new Set(Object.keys(environment.references))
}

/** Only good for recognising a paragraph whose lines were joined and whose last spaces are gone; Hugo joins an image's without a space. */
function joinSoftLines(source: string): string {
  return source.includes('![') ? source : source.replace(/[ \t]*\n[ \t]*/g, ' ').trimEnd()
}
