import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import cliProgress from 'cli-progress'
import {NoSiteError} from './bundle/readSite.ts'
import {NoLakeError, connect} from './client.ts'
import {type CorpusReport, checkCorpus} from './corpus.ts'
import {dialects} from './documents/dialects.ts'
import {exportSite} from './exportSite.ts'
import {formatExport, formatPlan} from './formatPlan.ts'
import {importSite} from './importSite.ts'
import type {Dialect} from './markdown/types.ts'
import type {Prefer} from './mergeValue.ts'
import {formatNotice} from './notices.ts'
import {summarize} from './summary.ts'
import {watchSite} from './watchSite.ts'

const USAGE = `Usage:
  npm run seed -- [site folder]      import a Hugo site (default: seed/content)
  npm run export -- [site folder]    write the documents back as Hugo files (default: seed/content)
  npm run corpus -- FOLDER           check every site below a folder: read, convert, write back, compare

  --dry-run               print what would be done and change nothing
  --strict                any notice is an error
  --prefer=file|studio    who wins where both sides changed the same thing (default: nobody, it is listed)
  --prune                 delete documents whose file is gone (seed), remove files whose document is gone (export)
  --report=FILE           write the report as JSON
  --dialect=keep|academic2|academic4|wowchemy|kit
                          dialect of new pages (default keep: as most of the site's talks)
  --watch                 stay, and keep files and Studio in step
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

const commands = {seed: runSeed, export: runExport, corpus: runCorpus} satisfies Record<
  string,
  (options: Arguments) => Promise<boolean>
>

process.exitCode = await main(process.argv.slice(2))

/** Exit code: 0, or 1 when something was refused, in conflict or, with --strict, noticed. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const {values, positionals} = parseArgs({args: [...args], options: OPTIONS, allowPositionals: true})
    const [name = '', folder] = positionals
    const command = Object.entries(commands).find(([known]) => known === name)?.[1]
    if (values.help || !command) {
      console.log(USAGE)
      return values.help ? 0 : 1
    }
    if (name === 'corpus' && folder === undefined) throw new UsageError('Which folder? npm run corpus -- FOLDER')
    return (await command(readArguments(values, folder ?? join(import.meta.dirname, 'content')))) ? 0 : 1
  } catch (error) {
    if (!isExpected(error)) throw error
    console.error(error.message)
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

function isExpected(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof NoSiteError || error instanceof NoLakeError) return true
  if (!(error instanceof Error)) return false
  return (
    ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) ||
    'statusCode' in error ||
    'isNetworkError' in error ||
    /ECONNREFUSED|fetch failed/.test(error.message)
  )
}

async function runSeed(options: Arguments): Promise<boolean> {
  const client = connect()
  const bar = process.stdout.isTTY
    ? new cliProgress.SingleBar({format: 'pages {bar} {value}/{total}', hideCursor: true})
    : undefined
  let started = false
  const report = await importSite({
    ...options,
    client,
    all: options.strict || options.report !== undefined,
    onProgress: (done, total) => {
      if (!started) bar?.start(total, 0)
      started = true
      bar?.update(done)
    },
  })
  bar?.stop()
  if (options.dryRun) console.log(formatPlan(report.steps))
  for (const notice of report.notices) console.log(formatNotice(notice))
  for (const line of summarize(report)) console.log(line)
  writeReport(options, report)
  if (options.watch)
    await watchSite({
      client,
      folder: options.folder,
      print: (line) => console.log(line),
      ...(options.prefer && {prefer: options.prefer}),
    })
  return report.refusals.length === 0 && report.conflicts.length === 0 && !(options.strict && report.notices.length > 0)
}

async function runExport(options: Arguments): Promise<boolean> {
  const report = await exportSite({...options, client: connect()})
  console.log(formatExport(report, options.dryRun))
  for (const notice of report.notices) console.log(formatNotice(notice))
  writeReport(options, report)
  return report.refusals.length === 0 && report.conflicts.length === 0 && !(options.strict && report.notices.length > 0)
}

async function runCorpus(options: Arguments): Promise<boolean> {
  const report: CorpusReport = checkCorpus(options.folder)
  for (const line of report.lines) console.log(line)
  writeReport(options, report)
  return report.lost.length === 0
}

function writeReport({report: file}: Arguments, report: object): void {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}
