import type {SanityClient} from '@sanity/client'
import {watch} from 'chokidar'
import {exportSite} from './exportSite.ts'
import {formatExport} from './formatPlan.ts'
import {importSite} from './importSite.ts'
import type {Prefer} from './mergeValue.ts'
import {summarize} from './summary.ts'

export interface WatchOptions {
  client: SanityClient
  folder: string
  prefer?: Prefer
  print: (line: string) => void
  /** Milliseconds of quiet before a change is taken over. */
  quiet?: number
  /** Ends the watch. */
  signal?: AbortSignal
}

/**
 * Keeps files and Studio in step, both ways, until `signal` (or the process) ends it: a saved file is imported, a
 * published change is exported. Runs never overlap; what one side causes is nothing new to the other.
 */
export async function watchSite({client, folder, prefer, print, quiet = 300, signal}: WatchOptions): Promise<void> {
  const wanted = new Set<'import' | 'export'>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const options = {client, folder, ...(prefer && {prefer})}
  const run = async () => {
    const todo = [...wanted]
    wanted.clear()
    if (todo.includes('import')) {
      const report = await importSite(options)
      if (report.created + report.updated + report.inConflict + report.refusals.length > 0)
        for (const line of summarize(report)) print(line)
    }
    const report = await exportSite(options)
    if (report.steps.some(({action}) => action !== 'gone')) print(formatExport(report, false))
  }
  const request = (what: 'import' | 'export') => {
    wanted.add(what)
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running
        .then(run)
        .catch((error: unknown) => print(`failed: ${error instanceof Error ? error.message : String(error)}`))
    }, quiet)
  }
  const files = watch(folder, {ignoreInitial: true, awaitWriteFinish: {stabilityThreshold: 100}}).on('all', () =>
    request('import'),
  )
  const changes = client
    .listen(
      '*[_type in ["talk", "author", "project", "slideDeck"] && !(_id in path("drafts.**"))]',
      {},
      {visibility: 'query', includeResult: false},
    )
    .subscribe({next: () => request('export'), error: (error: unknown) => print(`the lake is gone: ${String(error)}`)})
  print(`Watching ${folder}. Ctrl-C ends it.`)
  await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
  clearTimeout(timer)
  changes.unsubscribe()
  await files.close()
  await running
}
