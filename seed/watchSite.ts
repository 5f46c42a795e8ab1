import {basename} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {watch} from 'chokidar'
import {isPartName} from './bundle/partFile.ts'
import {describeLakeError} from './client/connect.ts'
import {exportSite} from './exportSite.ts'
import {importSite} from './importSite.ts'
import type {Prefer} from './plan/mergeValue.ts'
import {formatExport} from './report/formatPlan.ts'
import type {ImportReport} from './report/importReport.ts'
import {createLakeNews} from './report/lakeNews.ts'
import {summarize} from './report/summary.ts'
import {type WatchNews, createWatchNews} from './report/watchNews.ts'

export interface WatchOptions {
  client: SanityClient
  folder: string
  prefer?: Prefer
  /** What was told already. */
  before?: ImportReport
  print: (line: string) => void
  /** Milliseconds of quiet before a change is taken over. */
  quiet?: number
  /** Ends the watch: a run that has begun is finished first. */
  signal: AbortSignal
  /** Called when both sides are watched. */
  onReady?: () => void
}

const CHANGES =
  '*[_type in ["talk", "author", "project", "slideDeck"] && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]'

/**
 * Keeps files and Studio in step, both ways, until `signal` ends it: a saved file is imported, a published change is
 * exported. Runs never overlap; what one side causes is nothing new to the other, so it goes back and forth once.
 * @throws The client's error when the lake does not let it listen any more, because its token was removed for instance.
 */
export async function watchSite(options: WatchOptions): Promise<void> {
  const {client, folder, print, quiet = 300, signal} = options
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const news = createWatchNews(folder, options.before)
  const run = () =>
    synchronize(options, news).catch((error: unknown) =>
      print(`failed: ${describeLakeError(error) ?? messageOf(error)}`),
    )
  const request = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(run)
    }, quiet)
  }
  const files = watch(folder, {ignoreInitial: true, ignored: isForeign, awaitWriteFinish: {stabilityThreshold: 100}})
  files.on('all', request).on('error', (error) => print(`the folder cannot be watched: ${messageOf(error)}`))
  const welcome = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<never>()
  const lake = createLakeNews(print)
  const changes = client
    .listen(CHANGES, {}, {visibility: 'query', includeResult: false, events: ['welcome', 'reconnect', 'mutation']})
    .subscribe({
      next({type}) {
        if (type === 'welcome') welcome.resolve()
        if (type === 'reconnect') return lake.lost()
        lake.heard()
        // Whatever happened before the lake was heard is made up for.
        request()
      },
      error: gone.reject,
    })
  const ended = Promise.race([aborted(signal), gone.promise])
  try {
    await Promise.race([Promise.all([welcome.promise, ready(files)]), ended])
    if (!signal.aborted) {
      print(`Watching ${folder}. Ctrl-C ends it.`)
      options.onReady?.()
    }
    await ended
  } finally {
    clearTimeout(timer)
    changes.unsubscribe()
    await files.close()
    await running
  }
}

/** The files' changes first: the export then meets no file that it does not know. */
async function synchronize({client, folder, prefer, print}: WatchOptions, news: WatchNews): Promise<void> {
  const options = {client, folder, ...(prefer && {prefer})}
  const imported = news.ofImport(await importSite(options))
  const {created, updated, inConflict, refusals} = imported
  if (created + updated + inConflict + refusals.length > 0) for (const line of summarize(imported)) print(line)
  const exported = news.ofExport(await exportSite(options))
  if (exported.steps.some(({action}) => action !== 'gone' && action !== 'foreign') || exported.refusals.length > 0)
    print(formatExport(exported, false))
  for (const line of news.ofDeletions([...imported.notices, ...exported.notices])) print(line)
  news.endRun()
}

/** Temporary files of atomic writes, editors' own files, and what no site's content is in. */
function isForeign(path: string): boolean {
  return (
    /(^|[/\\])(\.git|node_modules|public|resources)([/\\]|$)|~$|\.sw[px]$|[/\\]\.#|\.\d{6,}$/.test(path) ||
    isPartName(basename(path))
  )
}

function ready(files: ReturnType<typeof watch>): Promise<void> {
  return new Promise((resolve) => {
    files.once('ready', () => resolve())
  })
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), {once: true})
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
