import {readJson, readToml, readYaml} from '../frontMatter/readFrontMatter.ts'
import {type FrontMatterMap, type FrontMatterValue, isMap} from '../frontMatter/frontMatterValue.ts'
import {isTimeZone} from '../frontMatter/timeZone.ts'
import type {Notice} from '../notices.ts'

interface SiteLanguage {
  code: string
  /** Folder of its pages, relative to the site: `content` or `content/ko`. */
  contentDir: string
}

/** What the configuration of a Hugo site says about reading its talks. */
export interface SiteConfig {
  /** Zone of dates without an offset. */
  timeZone: string
  /** In lower case, as the codes of the languages are. */
  defaultLanguage: string
  /** `defaultContentLanguageInSubdir`: the addresses of the default language begin with its code too. */
  defaultLanguageInFolder: boolean
  languages: SiteLanguage[]
  /** Section to pattern: `event` to `/talk/:slug/`. */
  permalinks: Record<string, string>
  removePathAccents: boolean
}

/** Zone of a site that names none: Lectern's own default, where Hugo would take UTC. */
const DEFAULT_TIME_ZONE = 'Asia/Seoul'

/** Files that hold a site's configuration, the later ones winning (Hugo: configuration directory over root file). */
export const CONFIG_FILE = /^(config\/_default\/)?(config|hugo|languages|permalinks)\.(toml|ya?ml|json)$/

/**
 * Reads the configuration.
 * @param files Path relative to the site folder, and text, of the files that match {@link CONFIG_FILE}.
 * @param timeZone Zone to use when the configuration names none.
 * @throws FrontMatterError when a file cannot be parsed.
 */
export function readSiteConfig(
  files: ReadonlyMap<string, string>,
  timeZone = DEFAULT_TIME_ZONE,
): {config: SiteConfig; notices: Notice[]} {
  const notices: Notice[] = []
  const merged: FrontMatterMap = {}
  for (const path of [...files.keys()].sort(byPrecedence)) {
    const values = lowerKeys(parseConfig(path, files.get(path) ?? ''))
    const name = CONFIG_FILE.exec(path)?.[2]
    Object.assign(merged, name === 'languages' || name === 'permalinks' ? {[name]: values} : values)
  }
  const zone = text(merged['timezone'])
  if (zone !== undefined && !isTimeZone(zone)) {
    const message = `The site's timeZone "${zone}" is not known; ${timeZone} is used.`
    notices.push({kind: 'unknownTimeZone', path: 'config', field: 'timeZone', message, value: zone})
  }
  const defaultLanguage = text(merged['defaultcontentlanguage'])?.toLowerCase() ?? 'en'
  const config: SiteConfig = {
    timeZone: zone !== undefined && isTimeZone(zone) ? zone : timeZone,
    defaultLanguage,
    defaultLanguageInFolder: merged['defaultcontentlanguageinsubdir'] === true,
    languages: readLanguages(merged, defaultLanguage),
    permalinks: readPermalinks(merged['permalinks']),
    removePathAccents: merged['removepathaccents'] === true,
  }
  return {config, notices}
}

function byPrecedence(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : 1)
}

function parseConfig(path: string, content: string): FrontMatterMap {
  const source = content.replace(/^\uFEFF/, '')
  if (path.endsWith('.toml')) return readToml(source).values
  if (path.endsWith('.json')) return readJson(source).values
  return readYaml(source).values
}

function readLanguages(merged: FrontMatterMap, defaultLanguage: string): SiteLanguage[] {
  const contentDir = text(merged['contentdir']) ?? 'content'
  const languages = isMap(merged['languages']) ? merged['languages'] : {}
  const entries = Object.entries(languages).flatMap(([code, settings]) => {
    if (!isMap(settings)) return []
    return [{code: code.toLowerCase(), contentDir: text(lowerKeys(settings)['contentdir']) ?? contentDir}]
  })
  const known = entries.some(({code}) => code === defaultLanguage)
  return (known ? entries : [{code: defaultLanguage, contentDir}, ...entries]).map(({code, contentDir: folder}) => ({
    code,
    contentDir: folder.replace(/^\.?\/+|\/+$/g, ''),
  }))
}

function readPermalinks(value: FrontMatterValue | undefined): Record<string, string> {
  if (!isMap(value)) return {}
  const page = isMap(value['page']) ? value['page'] : {}
  return Object.fromEntries(
    Object.entries({...value, ...page}).flatMap(([section, pattern]) =>
      typeof pattern === 'string' ? [[section, pattern]] : [],
    ),
  )
}

function lowerKeys(map: FrontMatterMap): FrontMatterMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key.toLowerCase(), value]))
}

function text(value: FrontMatterValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
