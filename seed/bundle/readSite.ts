import {isUtf8} from 'node:buffer'
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import type {Notice} from '../notices.ts'
import {type PageFile, findPages} from './findPages.ts'
import {isConfigFile} from './configFiles.ts'
import {contentMounts, isOutside} from './contentMounts.ts'
import {type SiteConfig, readSiteConfig} from './siteConfig.ts'
import {sectionPages} from './sectionPages.ts'
import {talkFinder} from './talkFinder.ts'

/** A file that cannot be read: the reason, and where. Nothing of it is imported. */
export interface Refusal {
  path: string
  line?: number
  message: string
}

/** A Hugo site on disk: which pages it has, not yet what they say. */
export interface Site {
  folder: string
  config: SiteConfig
  pages: PageFile[]
  /** Paths of media and static files, relative to the folder. */
  files: ReadonlySet<string>
  notices: Notice[]
  refusals: Refusal[]
}

/** The folder holds no Hugo site. */
export class NoSiteError extends Error {
  override readonly name = 'NoSiteError'
  /** The configuration that the folder has all the same: path and text. */
  readonly configFiles: ReadonlyMap<string, string>

  constructor(message: string, configFiles: ReadonlyMap<string, string> = new Map()) {
    super(message)
    this.configFiles = configFiles
  }
}

/**
 * Lists the pages of a Hugo site.
 * @param timeZone Zone to use when the configuration names none (default Asia/Seoul).
 * @throws NoSiteError when the folder does not exist or has no content folder.
 */
export function readSite(folder: string, timeZone?: string): Site {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory())
    throw new NoSiteError(`There is no folder "${folder}".`)
  const refusals: Refusal[] = []
  const configFiles = readConfigFiles(folder, refusals, timeZone)
  const {config, notices} = readSiteConfig(configFiles, timeZone)
  const sources = contentMounts(config).map(({source}) => source)
  const contentDirs = [...new Set(sources.filter((source) => !isOutside(source)).map(topFolder))]
  const content = contentDirs.flatMap((name) => listFiles(folder, name))
  const data = listFiles(folder, 'data').filter((path) => /^data\/([a-z-]+\/)?authors\//i.test(path))
  if (content.length === 0 && data.length === 0) {
    throw new NoSiteError(
      `"${folder}" holds no Hugo site: it has no files in ${[...new Set(sources)].join(', ')}.`,
      configFiles,
    )
  }
  const readNow = (path: string) =>
    statSync(join(folder, path), {throwIfNoEntry: false})?.isFile() === true
      ? readFileSync(join(folder, path), 'utf8')
      : undefined
  const isTalk = talkFinder(readNow, sectionPages(content, config), (path, {line, message}) =>
    refusals.push({path, line, message}),
  )
  const found = findPages([...content, ...data], config, isTalk)
  const files = new Set([...listFiles(folder, 'assets/media'), ...listFiles(folder, 'static')])
  const outside = sources.filter(isOutside).map(notInSite)
  return {folder, config, pages: found.pages, files, notices: [...notices, ...outside, ...found.notices], refusals}
}

function topFolder(path: string): string {
  return path.split('/', 1)[0] ?? path
}

function notInSite(source: string): Notice {
  const message = `The configuration takes content from "${source}", outside of the site's folder: it was left alone.`
  return {kind: 'skippedFile', path: 'config', message, value: source}
}

/** The files of the configuration that can be read. */
function readConfigFiles(folder: string, refusals: Refusal[], timeZone?: string): Map<string, string> {
  const inner = ['config/_default', 'config/production'].flatMap((place) =>
    listNames(join(folder, place)).map((name) => `${place}/${name}`),
  )
  const paths = [...listNames(folder), ...inner]
  const files = new Map(paths.filter(isConfigFile).map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
  for (const [path, text] of files) {
    try {
      readSiteConfig(new Map([[path, text]]), timeZone)
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error
      refusals.push({path, line: error.line, message: error.message})
      files.delete(path)
    }
  }
  return files
}

function listNames(folder: string): string[] {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return []
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
}

/** All files below a folder of the site, or the one file of that name, relative to the site, `/` between folders, in a stable order. */
function listFiles(folder: string, name: string): string[] {
  const found: string[] = []
  const visit = (path: string) => {
    for (const entry of readdirSync(`${folder}/${path}`, {withFileTypes: true})) {
      const inner = `${path}/${entry.name}`
      if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') visit(inner)
      else if (entry.isFile()) found.push(inner)
    }
  }
  const top = statSync(join(folder, name), {throwIfNoEntry: false})
  if (top?.isDirectory()) visit(name)
  else if (top?.isFile()) found.push(name)
  return found.sort()
}

/**
 * The text of a page.
 * @throws FrontMatterError when it is not UTF-8, with the line of the first byte that is not.
 */
export function readText(folder: string, path: string): string {
  const text = readFileSync(`${folder}/${path}`, 'utf8')
  // What is not UTF-8 is decoded as this character, which a text may also have of its own.
  if (!text.includes('\uFFFD')) return text
  const bytes = readFileSync(join(folder, path))
  if (isUtf8(bytes)) return text
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start)
    const next = end < 0 ? bytes.length : end + 1
    if (!isUtf8(bytes.subarray(start, next))) break
    start = next
  }
  const [first, second] = bytes
  const isWide = first !== undefined && second !== undefined && first + second === 0xff + 0xfe
  throw new FrontMatterError(`The file is not UTF-8, perhaps ${isWide ? 'UTF-16' : 'Latin-1'}: save it as UTF-8`, line)
}
