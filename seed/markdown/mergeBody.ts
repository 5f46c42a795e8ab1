import type {Notice} from '../notices.ts'
import {assemble, type Assembly, type Care} from './merge/assemble.ts'
import {chooseFidelity} from './merge/chooseFidelity.ts'
import {appendDefinitions, definitionsToKeep} from './merge/definitionsToKeep.ts'
import {markRedefined} from './merge/markRedefined.ts'
import {isUntouched, matchBlocks, type Match} from './merge/matchBlocks.ts'
import {changeNotices, inexactNotice, keptNotice, listNotices, newNotices} from './merge/mergeNotices.ts'
import {expectedReadings, findClosest, readsAs} from './merge/readings.ts'
import {settleForms} from './merge/settleForms.ts'
import {settleLists} from './merge/settleLists.ts'
import {settleObjects} from './merge/settleObjects.ts'
import {withLineEnds} from './merge/withLineEnds.ts'
import {parseBody} from './parseBody.ts'
import {joinPrinted, printEach} from './printBlocks.ts'
import {createPrinting} from './printing.ts'
import {serializeBlocks, serializeEach, type SerializedBlock} from './serializeBlocks.ts'
import {readSourceText} from './sourceText.ts'
import type {Body, MarkdownContext, ParsedBody, RawMarkdown} from './types.ts'

/** An edited body and the Markdown that it came from. */
export interface MergeInput {
  source: string
  current: Body
  context: MarkdownContext
}

export interface MergedBody {
  markdown: string
  notices: Notice[]
}

/**
 * Writes an edited body into its source: blocks that are still there are copied, only changed and new ones are printed,
 * separators, line ends and the end of the text stay. The result is read again; if it does not give the edited body,
 * more around the changes is printed anew, and what Markdown cannot say at all is a notice.
 */
export function mergeBody({source, current: wished, context}: MergeInput): MergedBody {
  const base = parseBody(source, context)
  const current = settleLists(settleForms(settleObjects(wished, base.blocks, context)))
  const found = matchBlocks(base.blocks, current)
  if (isUntouched(found, base.blocks)) return {markdown: source, notices: []}
  const missing = definitionsToKeep(base, found)
  const matches = markRedefined(found, base, source, [...current, ...missing])
  const serialized = serializeEach(current, context, (index) => matches[index]?.changed === true)
  const wanted = expectedReadings(
    [...matches, ...missing.map((block) => ({block, base: -1, changed: false}))],
    [...serialized, ...missing.map(({markdown: text}) => ({text, exact: true}))],
    context,
  )
  const isExact = (text: string): boolean => readsAs(text, wanted, context)
  const failed: string[] = []
  let exact: string | undefined
  for (const write of attemptsAt({source, base, matches, serialized, missing, context}, isExact)) {
    const text = write()
    if (isExact(text)) {
      exact = text
      break
    }
    failed.push(text)
  }
  const meanings = wanted.flatMap(([own = []]) => own)
  const markdown = exact ?? findClosest(failed, meanings, context)
  const notices = [
    ...changeNotices(found, serialized, context),
    ...listNotices(wished, current, context),
    ...missing.map((block) => keptNotice(block, context)),
    ...(exact === undefined ? [inexactNotice(markdown, meanings, context)] : []),
    ...newNotices(markdown, base, context),
  ]
  return {markdown, notices}
}

/** What is known when an edited body is written. */
interface Merge {
  source: string
  base: ParsedBody
  matches: readonly Match[]
  serialized: readonly SerializedBlock[]
  /** Definitions of links that go to the end. */
  missing: readonly RawMarkdown[]
  context: MarkdownContext
}

/** The ways to write the body, from the nearest to its source to all of it printed anew. */
function attemptsAt(merge: Merge, isExact: (text: string) => boolean): Array<() => string> {
  const {source, base, matches, serialized, missing, context} = merge
  const {blocks, spans} = base
  const {lineEnd} = readSourceText(source)
  const printed = serialized.map(({text}) => text)
  const printedBase = printEach(blocks, createPrinting(context))
  const assembly = {source, spans, blocks, matches, printed, base: printedBase, lineEnd}
  const attempt = (care: Care, fidelity: Assembly['fidelity'] = () => 'none'): string =>
    appendDefinitions(assemble({...assembly, care, fidelity}), missing, lineEnd)
  const nearest = (): string => {
    const chosen = chooseFidelity(matches, (fidelity) => isExact(attempt('items', fidelity)))
    return attempt('items', (index) => chosen[index] ?? 'none')
  }
  const current = matches.map(({block}) => block)
  const whole = (): string => appendDefinitions(printWhole(current, context, lineEnd), missing, lineEnd)
  return [nearest, ...cares.map((care) => () => attempt(care)), whole]
}

const cares: readonly Care[] = ['items', 'groups', 'runs', 'seams']

function printWhole(blocks: Body, context: MarkdownContext, lineEnd: string): string {
  const texts = serializeBlocks(blocks, context).map((text, index) =>
    withLineEnds(text, blocks[index] ?? {_type: ''}, lineEnd),
  )
  return blocks.length === 0 ? '' : `${joinPrinted(blocks, texts)}\n`.replace(/\r?\n/g, lineEnd)
}
