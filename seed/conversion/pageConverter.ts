import {availableParallelism} from 'node:os'
import {setImmediate} from 'node:timers/promises'
import {createSiteView} from '../documents/site.ts'
import {type ConversionThread, type WorkerSite, startConversionThread} from './conversionThread.ts'
import {type PageResult, type PageText, convertPages} from './convertPage.ts'
import {unpackResults} from './packedResults.ts'

/** Converts pages of one site, on this thread and on others beside it. */
export interface PageConverter {
  /**
   * Results in the order of the pages, the same however many threads take part. Pages are taken when their turn comes,
   * so that they may be read then, and no more than some batches of them are held at a time.
   */
  convert(pages: Iterable<PageText>): AsyncIterable<PageResult>
  close(): Promise<void>
}

/** Pages at a time: a thread that has none left waits no longer than a batch takes. */
const BATCH = 10
/** Batches that a thread has, in work or waiting: enough for the time in which this one converts, reads and unpacks. */
const BATCHES_OF_THREAD = 4
/** Batches for each thread, this one too, that are in work or wait for one before them. */
const BATCHES_AHEAD = 10
/** Pages of a site from which on threads win. */
const LARGE = 2000
/** Below this a thread is not worth its start. */
const MANY = 200

/**
 * Threads for a site: one for every core that neither this thread nor, when it writes, the lake needs; none for a site
 * that is done before a thread is warm.
 */
export function threadsFor(pages: number, writes: boolean): number {
  return pages < LARGE ? 0 : Math.max(0, availableParallelism() - (writes ? 2 : 1))
}

/** @param threads Threads beside this one; they are started when there was work for them. */
export function createPageConverter(site: WorkerSite, threads: number): PageConverter {
  const view = createSiteView(site.pages, site.config, site.options)
  const started: ConversionThread[] = []
  let taken = 0
  let isClosed = false
  const take = (pages: Iterator<PageText>): PageText[] => {
    if (isClosed) throw new Error('The converter is closed.')
    const batch: PageText[] = []
    for (let next = pages.next(); next.done !== true; next = pages.next()) {
      if (batch.push(next.value) === BATCH) break
    }
    taken += batch.length
    if (taken >= MANY) {
      for (let count = started.length; count < threads; count++) started.push(startConversionThread(site))
    }
    return batch
  }
  return {
    convert: (pages) => convertTogether(pages[Symbol.iterator](), take, started, (batch) => convertPages(batch, view)),
    async close() {
      isClosed = true
      await Promise.all(started.splice(0).map((thread) => thread.close()))
    },
  }
}

interface Batch {
  isDone: boolean
  results(): Promise<PageResult[]>
}

/**
 * Every thread has batches waiting behind the one in work; this one converts what comes next, as long as the first
 * batch is not done. It looks at its connections between two batches.
 */
async function* convertTogether(
  pages: Iterator<PageText>,
  take: (pages: Iterator<PageText>) => PageText[],
  threads: readonly ConversionThread[],
  convert: (pages: readonly PageText[]) => PageResult[],
): AsyncGenerator<PageResult> {
  const batches: Batch[] = []
  for (let isEmpty = false; ;) {
    const [first] = batches
    const idle = threads.find(({waiting}) => waiting < BATCHES_OF_THREAD)
    if (
      !isEmpty &&
      batches.length < BATCHES_AHEAD * (threads.length + 1) &&
      (idle !== undefined || first?.isDone !== true)
    ) {
      const batch = take(pages)
      isEmpty = batch.length < BATCH
      batches.push(idle === undefined ? batchHere(convert(batch)) : batchOfThread(idle, batch))
      if (idle === undefined) await setImmediate()
    } else if (first !== undefined) {
      yield* await first.results()
      batches.shift()
    } else return
  }
}

function batchHere(results: PageResult[]): Batch {
  return {isDone: true, results: () => Promise.resolve(results)}
}

/** Results are unpacked when they are asked for: objects that wait are work for the garbage collector. */
function batchOfThread(thread: ConversionThread, pages: readonly PageText[]): Batch {
  const answers = thread.convert(pages)
  const batch: Batch = {
    isDone: false,
    results: async () => unpackResults(await answers, pages),
  }
  const done = () => {
    batch.isDone = true
  }
  answers.then(done, done)
  return batch
}
