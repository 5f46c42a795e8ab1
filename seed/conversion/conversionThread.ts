import {Worker} from 'node:worker_threads'
import type {createSiteView} from '../documents/site.ts'
import type {PageText} from './convertPage.ts'
import type {PackedResults} from './packedResults.ts'

type SiteViewInput = Parameters<typeof createSiteView>

/** What a thread needs to know about the site, once. */
export interface WorkerSite {
  pages: SiteViewInput[0]
  config: SiteViewInput[1]
  options: NonNullable<SiteViewInput[2]>
}

export interface Question {
  id: number
  texts: readonly PageText[]
}

export interface Answer {
  id: number
  results: PackedResults
}

/** A thread that converts pages of one site. */
export interface ConversionThread {
  /** Batches that it has not answered yet. */
  readonly waiting: number
  /** Gives the results of the pages. Rejects with the thread's error, also when it fails over another batch. */
  convert(texts: readonly PageText[]): Promise<PackedResults>
  close(): Promise<void>
}

/** Starts a thread; it does not keep the process alive. */
export function startConversionThread(site: WorkerSite): ConversionThread {
  const worker = new Worker(new URL('./conversionWorker.ts', import.meta.url), {workerData: site})
  worker.unref()
  const waiting = new Map<number, PromiseWithResolvers<PackedResults>>()
  let failure: Error | undefined
  let asked = 0
  const fail = (error: Error) => {
    failure ??= error
    for (const {reject} of waiting.values()) reject(failure)
    waiting.clear()
  }
  worker.on('message', ({id, results}: Answer) => {
    waiting.get(id)?.resolve(results)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  })
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => fail(new Error(`A thread that converts pages ended with code ${code}.`)))
  return {
    get waiting() {
      return waiting.size
    },
    convert(texts) {
      if (failure) return Promise.reject(failure)
      const answer = Promise.withResolvers<PackedResults>()
      const id = asked++
      waiting.set(id, answer)
      worker.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({id, texts} satisfies Question)
      return answer.promise
    },
    async close() {
      await worker.terminate()
    },
  }
}
