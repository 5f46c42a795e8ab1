import {parentPort, workerData} from 'node:worker_threads'
import {createSiteView} from '../documents/site.ts'
import type {Answer, Question, WorkerSite} from './conversionThread.ts'
import {convertPages} from './convertPage.ts'
import {packResults} from './packedResults.ts'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `startConversionThread` hands over
const {pages, config, options} = workerData as WorkerSite
const view = createSiteView(pages, config, options)

parentPort?.on('message', ({id, texts}: Question) => {
  const results = packResults(convertPages(texts, view))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({id, results} satisfies Answer)
})
