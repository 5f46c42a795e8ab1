import {accessSync, constants, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {parseArgs} from 'node:util'
import type {SanityClient} from '@sanity/client'
import cliProgress from 'cli-progress'
import {isFileError} from './bundle/isFileError.ts'
import {NoSiteError} from './bundle/readSite.ts'
import {NoLakeError, connect, describeLakeError} from './client/connect.ts'
import {dialects} from './documents/dialects.ts'
import type {ExportReport} from './export/exportRun.ts'
import {exportSite} from './exportSite.ts'
import {importSite} from './importSite.ts'
import type {Dialect} from './markdown/types.ts'
import type {Prefer} from './plan/mergeValue.ts'
import {formatExport, formatPlan} from './report/formatPlan.ts'
import type {ImportReport} from './report/importReport.ts'
import {listNotices} from './report/listNotices.ts'
import {summarize} from './report/summary.ts'
import {watchSite} from './watchSite.ts'

const USAGE = `Usage:
  npm run seed -- [site folder]      import a Hugo site (default: seed/content)
  npm run export -- [site folder]    write the documents back as Hugo files (default: seed/content)

  --dry-run               print what would be done and change nothing
  --strict                any notice is an error
  --prefer=file|studio    who wins where both sides changed the same thing (default: nobody, it is listed)
  --prune                 delete documents whose file is gone (seed), remove files whose document is gone (export)
  --report=FILE           write the report as JSON
  --dialect=keep|academic2|academic4|wowchemy|kit
                          export: rewrite every page for a generation of the theme (default keep: none is)
  --watch                 seed: stay, and keep files and Studio in step
`

const OPTIONS = {
  'dry-run': {type: 'boolean', default: false},
  strict: {type: 'boolean', default: false},
  prefer: {type: 'string'},
  prune: {type: 'boolean', default: false},
  report: {type: 'string'},
  dialect: {type: 'string', default: 'keep'},
  watch: {type: 'boolean', default: false},
  help: {type: 'boolean', short: 'h', default: false},
} as const

/** What the command line asks for is not possible or not understood. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

interface Arguments {
  folder: string
  dryRun: boolean
  strict: boolean
  prune: boolean
  watch: boolean
  prefer?: Prefer
  report?: string
  dialect?: Dialect
}

const commands = {seed: runSeed, export: runExport} satisfies Record<string, (options: Arguments) => Promise<boolean>>

process.exitCode = await main(process.argv.slice(2))

/** Exit code: 0, or 1 when something was refused, in conflict or, with --strict, noticed. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const {values, positionals} = parseArgs({args: [...args], options: OPTIONS, allowPositionals: true})
    const [name = '', folder, ...rest] = positionals
    const command = Object.entries(commands).find(([known]) => known === name)?.[1]
    if (values.help || !command) {
      console.log(USAGE)
      return values.help ? 0 : 1
    }
    if (rest.length > 0) throw new UsageError(`One site at a time: ${rest.join(', ')} would be left out`)
    if (name === 'export' && values.watch) throw new UsageError('--watch is for seed, which then writes files, too')
    if (name === 'seed' && values.dialect !== 'keep') throw new UsageError('--dialect is for export')
    return (await command(readArguments(values, folder ?? join(import.meta.dirname, 'content')))) ? 0 : 1
  } catch (error) {
    const told = isExpected(error) ? error.message : describeLakeError(error)
    if (told === undefined) throw error
    console.error(told)
    return 1
  }
}

function readArguments(
  values: ReturnType<typeof parseArgs<{options: typeof OPTIONS}>>['values'],
  folder: string,
): Arguments {
  const {prefer, dialect, report} = values
  if (prefer !== undefined && prefer !== 'file' && prefer !== 'studio')
    throw new UsageError('--prefer is file or studio')
  const named = Object.keys(dialects).find((name): name is Dialect => name === dialect)
  if (named === undefined && dialect !== 'keep')
    throw new UsageError(`--dialect is keep, ${Object.keys(dialects).join(', ')}`)
  if (report !== undefined) checkReport(report)
  return {
    folder,
    dryRun: values['dry-run'],
    strict: values.strict,
    prune: values.prune,
    watch: values.watch,
    ...(prefer !== undefined && {prefer}),
    ...(report !== undefined && {report}),
    ...(named !== undefined && {dialect: named}),
  }
}

/** Before anything is done: a report that cannot be written would be missed afterwards. */
function checkReport(file: string): void {
  if (statSync(file, {throwIfNoEntry: false})?.isDirectory() === true)
    throw new UsageError(`--report is a file, and "${file}" is a folder`)
  accessSync(dirname(file), constants.W_OK)
}

function isExpected(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof NoSiteError || error instanceof NoLakeError) return true
  if (isFileError(error)) return true
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

async function runSeed(options: Arguments): Promise<boolean> {
  const client = connect()
  const progress = createProgress()
  const report = await importSite({
    ...options,
    client,
    all: options.strict || options.report !== undefined,
    onProgress: progress.update,
  }).finally(progress.stop)
  if (options.dryRun && report.steps.length > 0) console.log(formatPlan(report.steps))
  for (const line of listNotices(report.notices)) console.log(line)
  for (const line of summarize(report)) console.log(line)
  writeReport(options, report)
  if (options.watch && !options.dryRun) await watchUntilInterrupted(client, options, report)
  return isClean(report, options)
}

async function watchUntilInterrupted(
  client: SanityClient,
  {folder, prefer}: Arguments,
  before: ImportReport,
): Promise<void> {
  const ending = new AbortController()
  const end = () => ending.abort()
  process.once('SIGINT', end).once('SIGTERM', end)
  await watchSite({
    client,
    folder,
    before,
    signal: ending.signal,
    print: (line) => console.log(line),
    ...(prefer && {prefer}),
  })
  process.off('SIGINT', end).off('SIGTERM', end)
}

/** A bar on a terminal; nothing where the output goes to a file. */
function createProgress(): {update(done: number, total: number): void; stop(): void} {
  if (!process.stdout.isTTY) return {update() {}, stop() {}}
  const bar = new cliProgress.SingleBar({format: 'pages {bar} {value}/{total}', hideCursor: true})
  let started = false
  return {
    update(done, total) {
      if (!started) bar.start(total, 0)
      started = true
      bar.update(done)
    },
    stop() {
      bar.stop()
    },
  }
}

async function runExport(options: Arguments): Promise<boolean> {
  const report = await exportSite({...options, client: connect()})
  console.log(formatExport(report, options.dryRun))
  for (const line of listNotices(report.notices)) console.log(line)
  writeReport(options, report)
  return isClean(report, options)
}

/** Nothing refused, nothing in conflict and, with --strict, nothing to notice. */
function isClean(
  {refusals, conflicts, notices}: Pick<ExportReport, 'refusals' | 'conflicts' | 'notices'>,
  {strict}: Arguments,
): boolean {
  return refusals.length === 0 && conflicts.length === 0 && !(strict && notices.length > 0)
}

function writeReport({report: file}: Arguments, report: object): void {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}
