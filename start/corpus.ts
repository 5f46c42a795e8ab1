import {writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {describeSwallowed} from '../connection/describeSwallowed.ts'
import {findSites} from '../seed/bundle/findSites.ts'
import {isFolder} from '../seed/bundle/isFile.ts'
import {isFileError} from '../seed/bundle/isFileError.ts'
import {checkCorpus} from '../seed/corpus/checkCorpus.ts'
import {checkRoundTrip, type SiteRoundTrip} from '../seed/corpus/checkRoundTrip.ts'
import {describeEnd} from '../seed/corpus/describeEnd.ts'
import {UsageError, checkReport} from '../seed/readArguments.ts'
import {countOf} from '../seed/report/countOf.ts'
import {withTemporaryLake} from './withTemporaryLake.ts'

const USAGE = `Usage: npm run corpus -- FOLDER [--report=FILE]

Imports every Hugo site below a folder into an empty lake of its own, exports it again and compares all bytes.
Exit code 1 when anything was lost, or a site could not be gone through.`

const OPTIONS = {report: {type: 'string'}, help: {type: 'boolean', short: 'h'}} as const

/** Exit code: 0, or 1 when a page or file was lost, or the folder holds no site. */
async function main(args: readonly string[]): Promise<number> {
  const {values, positionals} = parseArgs({args: [...args], options: OPTIONS, allowPositionals: true})
  if (values.help === true) {
    console.log(USAGE)
    return 0
  }
  const folder = readFolder(positionals)
  const {report} = values
  if (report !== undefined) checkReport(report)
  const sites = await roundTrips(folder)
  if (sites.size === 0) throw new UsageError(`There is no Hugo site below "${folder}".`)
  const conversion = checkCorpus(folder)
  for (const line of conversion.lines) console.log(line)
  const lost = [...sites].flatMap(([site, trip]) => trip.lost.map((reason) => `LOST: ${site}: ${reason}`))
  for (const line of [...lost, ...describe([...sites.values()])]) console.log(line)
  if (report !== undefined) {
    writeFileSync(report, `${JSON.stringify({conversion, sites: Object.fromEntries(sites)}, null, 2)}\n`)
  }
  return lost.length + conversion.lost.length === 0 ? 0 : 1
}

function readFolder(positionals: readonly string[]): string {
  const swallowed = describeSwallowed('corpus', Object.keys(OPTIONS), positionals, process.env)
  if (swallowed !== undefined) throw new UsageError(swallowed)
  const [folder, ...rest] = positionals
  if (folder === undefined) throw new UsageError(USAGE)
  if (rest.length > 0) throw new UsageError(`One folder at a time: ${rest.join(', ')} would be left out`)
  if (!isFolder(folder)) throw new UsageError(`There is no folder "${folder}".`)
  return folder
}

async function roundTrips(folder: string): Promise<Map<string, SiteRoundTrip>> {
  const sites = new Map<string, SiteRoundTrip>()
  for (const site of findSites(folder)) {
    const trip = await withTemporaryLake((client, scratch) => checkRoundTrip(client, site, scratch)).catch(endedTrip)
    if (trip) sites.set(site, trip)
    if (process.stdout.isTTY) process.stdout.write(`\r${sites.size} sites\r`)
  }
  return sites
}

/** A site that ended with an error keeps no other from its turn. */
function endedTrip(error: unknown): SiteRoundTrip {
  return {pages: 0, refused: [], identical: 0, lost: [describeEnd(error)]}
}

function describe(sites: readonly SiteRoundTrip[]): string[] {
  const sum = (count: (site: SiteRoundTrip) => number) => sites.reduce((total, site) => total + count(site), 0)
  return [
    `Through a lake: ${countOf(sites.length, 'site')}, ${countOf(
      sum(({pages}) => pages),
      'page',
    )}: ${sum(({identical}) => identical)} byte-identical, ` +
      `${sum(({refused}) => refused.length)} refused, ${sum(({lost}) => lost.length)} lost.`,
  ]
}

async function run(): Promise<number> {
  try {
    return await main(process.argv.slice(2))
  } catch (error) {
    if (isOfArguments(error)) console.error(`${error.message.split(/\.\s/, 1)[0]}\n\n${USAGE}`)
    else if (error instanceof UsageError || isFileError(error)) console.error(error.message)
    else throw error
    return 1
  }
}

function isOfArguments(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

process.exitCode = await run()
