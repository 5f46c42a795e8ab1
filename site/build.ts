import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {describeSwallowed} from '../connection/describeSwallowed.ts'
import {buildSite, SiteBuildError} from './buildSite.ts'
import {connect} from './connect.ts'
import {loadSite} from './loadSite.ts'

const usage = `npm run build:site -- [--origin=https://talks.example.org] [--out=dist/public] [--language=ko|en]

Without a language the site has that of the Hugo site. Writes the published site as files, from the Content Lake that npm start serves (PORT, HOST, LECTERN_DATA), or from the hosted one
(SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET, SANITY_AUTH_TOKEN).`

const options = {
  origin: {type: 'string', default: 'http://localhost:3333'},
  out: {type: 'string', default: join(import.meta.dirname, '..', 'dist', 'public')},
  language: {type: 'string'},
  help: {type: 'boolean', default: false},
} as const

process.exitCode = await main()

/** Exit code: 0, or 1 when the site could not be built; then its folder keeps every page it had. */
async function main(): Promise<number> {
  try {
    const {values} = parseArgs({options})
    if (values.help) {
      console.log(usage)
      return 0
    }
    const swallowed = describeSwallowed('build:site', Object.keys(options), [], process.env)
    if (swallowed !== undefined) throw new SiteBuildError(swallowed)
    await run(readOrigin(values.origin), values.out, readLanguage(values.language))
    return 0
  } catch (error) {
    const told = describeFailure(error)
    if (told === undefined) throw error
    console.error(told)
    return 1
  }
}

/** Pages name their files from the root of the origin, so none can lie below it. */
function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href) return url.origin
  throw new SiteBuildError(`--origin has "${text}", which is no origin. An example: https://talks.example.org`)
}

function readLanguage(text: string | undefined): 'ko' | 'en' | undefined {
  if (text === undefined || text === 'ko' || text === 'en') return text
  throw new SiteBuildError('--language is ko or en')
}

/** What a failure means to whoever started the command; nothing for a fault of the program. */
function describeFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  // By name: the site is built, so its classes are not those of the sources.
  if (error.name === 'LakeUnavailable')
    return `${error.message}. Start it with "npm start", or set PORT to where it listens.`
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return `${error.message.split(/\.\s/, 1)[0]}: "npm run build:site -- --help" lists the options`
  const isExpected =
    error instanceof SiteBuildError ||
    error.name === 'BuildFolderError' ||
    // Of the file system: it names the file and what was wrong.
    ('syscall' in error && 'path' in error)
  return isExpected ? error.message : undefined
}

async function run(origin: string, outDir: string, language: 'ko' | 'en' | undefined): Promise<void> {
  const {client, local} = connect(process.env)
  const {projectId = '', dataset = ''} = client.config()
  const {createSite} = await loadSite({print: console.log})
  const fetchAsset = (address: string) => fetch(new URL(address, local), {headers: {accept: 'image/webp,*/*'}})
  const assets = {projectId, dataset, isLocal: local !== undefined, fetch: fetchAsset}
  const report = await buildSite({site: createSite({client, language, origin}), assets, outDir, origin})
  console.log(
    `${outDir}: ${report.written.length} written, ${report.unchanged} unchanged, ${report.removed.length} removed`,
  )
}
