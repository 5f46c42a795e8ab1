import type {History} from '../dataset.ts'

/** Which transactions are wanted: the bounds are inclusive. */
export interface TransactionRange {
  from: number
  to: number
  newestFirst: boolean
  /** Leaves out, for a document, the transactions that found it there and left it there. */
  isTurn?: (id: string) => boolean
}

/** At first few are read of a document, as few are asked for, then ever more. */
const [firstPage, longestPage] = [16, 1_024]

/** The numbers of the transactions that touched one of the documents, each once and in order: no more of them are read than are taken. */
export function* sequencesOf(
  history: Pick<History, 'sequencesOf'>,
  ids: Iterable<string>,
  range: TransactionRange,
): Generator<number> {
  const {newestFirst} = range
  const sources = Array.from(new Set(ids), (id) => pagesOf(history, id, range))
  const heads = sources.map((source) => source.next().value)
  for (;;) {
    const waiting = heads.filter((head) => head !== undefined)
    if (waiting.length === 0) return
    const next = waiting.reduce((best, head) => (newestFirst ? Math.max(best, head) : Math.min(best, head)))
    yield next
    for (const [at, source] of sources.entries()) if (heads[at] === next) heads[at] = source.next().value
  }
}

/** The numbers of all transactions in order; of those that are no more, too. */
export function* allSequences(
  history: Pick<History, 'lastSequence'>,
  {from, to, newestFirst}: TransactionRange,
): Generator<number> {
  const [first, last] = [Math.max(from, 1), Math.min(to, history.lastSequence())]
  for (let at = first; at <= last; at += 1) yield newestFirst ? first + last - at : at
}

function* pagesOf(
  history: Pick<History, 'sequencesOf'>,
  id: string,
  {from, to, newestFirst, isTurn}: TransactionRange,
): Generator<number, undefined> {
  let [after, before] = [from - 1, to]
  for (let limit = firstPage; ; limit = Math.min(limit * 4, longestPage)) {
    const page = history.sequencesOf(id, {after, before, limit, newestFirst, isTurn: isTurn?.(id) === true})
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < limit) return
    if (newestFirst) before = last - 1
    else after = last
  }
}
