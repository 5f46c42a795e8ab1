import {statSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {findSites} from '../seed/bundle/findSites.ts'
import {isFileError} from '../seed/bundle/isFileError.ts'
import {checkCorpus} from '../seed/corpus/checkCorpus.ts'
import {checkRoundTrip, type SiteRoundTrip} from '../seed/corpus/checkRoundTrip.ts'
import {describeEnd} from '../seed/corpus/describeEnd.ts'
import {describeSwallowed} from '../seed/describeSwallowed.ts'
import {countOf} from '../seed/report/countOf.ts'
import {withTemporaryLake} from './withTemporaryLake.ts'

const USAGE = `Usage: npm run corpus -- FOLDER [--report=FILE]

Imports every Hugo site below a folder into an empty lake of its own, exports it again and compares all bytes.
Exit code 1 when anything was lost, or a site could not be gone through.`

const OPTIONS = {report: {type: 'string'}} as const

/** Exit code: 0, or 1 when a page or file was lost, or the folder holds no site. */
async function main(args: readonly string[]): Promise<number> {
  const {report, folder} = readArguments(args)
  const swallowed = describeSwallowed('corpus', Object.keys(OPTIONS), folder === undefined ? [] : [folder], process.env)
  if (swallowed !== undefined) {
    console.error(swallowed)
    return 1
  }
  if (folder === undefined || !statSync(folder, {throwIfNoEntry: false})?.isDirectory()) {
    console.error(folder === undefined ? USAGE : `There is no folder "${folder}".`)
    return 1
  }
  const sites = await roundTrips(folder)
  if (sites.size === 0) {
    console.error(`There is no Hugo site below "${folder}".`)
    return 1
  }
  const conversion = checkCorpus(folder)
  for (const line of conversion.lines) console.log(line)
  const lost = [...sites].flatMap(([site, trip]) => trip.lost.map((reason) => `LOST: ${site}: ${reason}`))
  for (const line of [...lost, ...describe([...sites.values()])]) console.log(line)
  if (report !== undefined) {
    writeFileSync(report, `${JSON.stringify({conversion, sites: Object.fromEntries(sites)}, null, 2)}\n`)
  }
  return lost.length + conversion.lost.length === 0 ? 0 : 1
}

/** Nothing for an option that there is not: the usage says which there are. */
function readArguments(args: readonly string[]): {folder?: string | undefined; report?: string | undefined} {
  try {
    const {values, positionals} = parseArgs({args: [...args], options: OPTIONS, allowPositionals: true})
    return {folder: positionals[0], report: values.report}
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return {}
    throw error
  }
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
    if (!isFileError(error)) throw error
    console.error(error.message)
    return 1
  }
}

process.exitCode = await run()
