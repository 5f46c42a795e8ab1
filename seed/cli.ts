import {writeFileSync} from 'node:fs'
import type {SanityClient} from '@sanity/client'
import {isFileError} from './bundle/isFileError.ts'
import {NoSiteError} from './bundle/readSite.ts'
import {NoLakeError, connect, describeLakeError} from './client/connect.ts'
import type {ExportReport} from './export/exportRun.ts'
import {exportSite} from './exportSite.ts'
import {importSite} from './importSite.ts'
import {type Arguments, UsageError, readArguments} from './readArguments.ts'
import {createProgress} from './report/createProgress.ts'
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

const commands = {seed: runSeed, export: runExport} satisfies Record<string, (options: Arguments) => Promise<boolean>>

process.exitCode = await main(process.argv.slice(2))

/** Exit code: 0, or 1 when something was refused, in conflict or, with --strict, noticed. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const line = readArguments(args, process.env)
    const command = Object.entries(commands).find(([known]) => known === line.command)?.[1]
    if (line.help || !command) {
      console.log(USAGE)
      return line.help ? 0 : 1
    }
    return (await command(line.read())) ? 0 : 1
  } catch (error) {
    const told = isExpected(error) ? error.message : describeLakeError(error)
    if (told === undefined) throw error
    console.error(told)
    return 1
  }
}

function isExpected(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof NoSiteError || error instanceof NoLakeError) return true
  return isFileError(error)
}

async function runSeed(options: Arguments): Promise<boolean> {
  const client = connect()
  const progress = createProgress(process.stdout)
  const report = await importSite({
    ...options,
    client,
    all: options.strict || options.report !== undefined,
    onProgress: progress.update,
  }).finally(progress.stop)
  if (options.dryRun && report.steps.length > 0) console.log(formatPlan(report.steps))
  for (const line of listNotices(report.notices)) console.log(line)
  for (const line of summarize(report, options)) console.log(line)
  writeReport(options, report)
  if (options.watch) await watchUntilInterrupted(client, options, report)
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
