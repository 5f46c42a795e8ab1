import {availableParallelism} from 'node:os'
import {setImmediate} from 'node:timers/promises'
import {createSiteView} from '../documents/site.ts'
import {type ConversionThread, type WorkerSite, startConversionThread} from './conversionThread.ts'
import {type PageResult, type PageText, convertPage} from './convertPage.ts'

/** Converts pages of one site, on this thread and on others beside it. */
export interface PageConverter {
  /** Results in the order of the pages, the same however many threads take part. */
  convert(texts: readonly PageText[]): Promise<PageResult[]>
  close(): Promise<void>
}

/** Pages at a time: a thread that has none left waits no longer than a batch takes. */
const BATCH = 25
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

/**
 * @param threads Threads beside this one; they are started by the first call that has work for them. Each thread needs
 * a tenth of the time that it takes off to hand the documents over.
 */
export function createPageConverter(site: WorkerSite, threads: number): PageConverter {
  const view = createSiteView(site.pages, site.config, site.options)
  const started: ConversionThread[] = []
  return {
    async convert(texts) {
      while (started.length < threads && texts.length >= MANY) started.push(startConversionThread(site))
      const helpers = texts.length < MANY ? [] : started
      return convertTogether(texts, helpers, (text) => convertPage(text, view))
    },
    async close() {
      await Promise.all(started.splice(0).map((thread) => thread.close()))
    },
  }
}

/**
 * Everybody takes the next batch when done with one; other threads have a second one waiting. This thread looks at its
 * connections between two batches.
 */
async function convertTogether(
  texts: readonly PageText[],
  threads: readonly ConversionThread[],
  convert: (text: PageText) => PageResult,
): Promise<PageResult[]> {
  const results: PageResult[][] = []
  let next = 0
  const work = async (convertBatch: (batch: readonly PageText[]) => Promise<PageResult[]>) => {
    while (next < texts.length) {
      const start = next
      next += BATCH
      try {
        results[start / BATCH] = await convertBatch(texts.slice(start, start + BATCH))
      } catch (error) {
        next = texts.length
        throw error
      }
    }
  }
  const here = async (batch: readonly PageText[]) => {
    await setImmediate()
    return batch.map(convert)
  }
  await Promise.all([...threads.flatMap((thread) => [work(thread.convert), work(thread.convert)]), work(here)])
  return results.flat()
}
