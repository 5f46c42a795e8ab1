import {join} from 'node:path'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import type {Notice} from '../notices.ts'
import {isConfigFile} from './configFiles.ts'
import {contentMounts, isOutside} from './contentMounts.ts'
import {type PageFile, findPages} from './findPages.ts'
import {mountRoots} from './foreignLink.ts'
import {isFile, isFolder} from './isFile.ts'
import {leftAlone} from './leftAlone.ts'
import {type FileList, listFiles} from './listFiles.ts'
import {readDecoded, textIfReadable} from './readText.ts'
import type {Refusal} from './refusal.ts'
import {sectionPages} from './sectionPages.ts'
import {type SiteConfig, readSiteConfig} from './siteConfig.ts'
import {siteNearby} from './siteNearby.ts'
import {talkFinder} from './talkFinder.ts'
import {templateNames} from './templateNames.ts'

/** A Hugo site on disk: which pages it has, not yet what they say. */
export interface Site {
  folder: string
  config: SiteConfig
  pages: PageFile[]
  /** Paths of media and static files, relative to the folder. */
  files: ReadonlySet<string>
  /** Names that the templates in the site's folder may read of a page. */
  templateNames: ReadonlySet<string>
  notices: Notice[]
  refusals: Refusal[]
}

/** The folder holds no Hugo site, or not the one that is meant. */
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
  if (!isFolder(folder)) throw new NoSiteError(`There is no folder "${folder}".`)
  const refusals: Refusal[] = []
  const list = (name: string, roots: readonly string[]): FileList => {
    const found = listFiles(folder, name, roots)
    refusals.push(...found.refusals)
    return found
  }
  const configFiles = readConfigFiles(folder, list, refusals, timeZone)
  const {config, notices} = readSiteConfig(configFiles, timeZone)
  const sources = contentMounts(config).map(({source}) => source)
  const contentDirs = [...new Set(sources.filter((source) => !isOutside(source)).map(topFolder))]
  const roots = mountRoots(config)
  const lists = contentDirs.map((name) => list(name, roots))
  const content = lists.flatMap(({files}) => files)
  const data = list('data', roots)
  const authors = data.files.filter((path) => /^data\/([^/]+\/)?authors\//i.test(path))
  const isUnread = refusals.some(({path}) => contentDirs.includes(path))
  if (content.length === 0 && authors.length === 0 && !isUnread) {
    throw new NoSiteError(
      `"${folder}" holds no Hugo site: it has no files in ${[...new Set(sources)].join(', ')}.${siteNearby(folder)}`,
      configFiles,
    )
  }
  const readNow = (path: string) => (isFile(join(folder, path)) ? readDecoded(folder, path) : undefined)
  const isTalk = talkFinder(readNow, sectionPages(content, config), (path, {line, message}) =>
    refusals.push({path, line, message}),
  )
  const isPlainHtml = (path: string) => /^\s*<(?!!--)/.test(textIfReadable(folder, path) ?? '')
  const found = findPages([...content, ...authors], config, isTalk, isPlainHtml)
  const media = ['assets/media', 'static'].map((name) => list(name, roots))
  const links = [...lists, data, ...media].flatMap((one) => one.links)
  return {
    folder,
    config,
    pages: found.pages,
    files: new Set(media.flatMap(({files}) => files)),
    templateNames: templateNames(readTemplates(folder)),
    notices: [...notices, ...leftAlone(sources, links), ...found.notices],
    refusals,
  }
}

/**
 * Texts of the templates that come with the site: its own, those of themes in it, and of modules that
 * `hugo mod vendor` put there. One that cannot be read costs no more than a notice too many.
 */
function readTemplates(folder: string): string[] {
  return ['layouts', 'themes', '_vendor']
    .flatMap((name) => listFiles(folder, name, [name]).files)
    .filter((path) => path.endsWith('.html') && TEMPLATE.test(path))
    .flatMap((path) => textIfReadable(folder, path) ?? [])
}

const TEMPLATE = /^(?:themes\/[^/]+\/|_vendor\/.+\/)?layouts\//

function topFolder(path: string): string {
  return path.split('/', 1)[0] ?? path
}

/** The files of the configuration that can be read. Links are followed as Hugo does: nothing is ever written there. */
function readConfigFiles(
  folder: string,
  list: (name: string, roots: readonly string[]) => FileList,
  refusals: Refusal[],
  timeZone?: string,
): Map<string, string> {
  const texts = new Map<string, string>()
  const paths = ['', 'config/_default', 'config/production'].flatMap((name) => {
    const {files, links} = list(name, [name])
    return [...files, ...links].sort()
  })
  for (const path of paths.filter(isConfigFile)) {
    try {
      const text = readDecoded(folder, path)
      readSiteConfig(new Map([[path, text]]), timeZone)
      texts.set(path, text)
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error
      refusals.push({path, line: error.line, message: error.message})
    }
  }
  return texts
}
