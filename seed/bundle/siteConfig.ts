import {type FrontMatterMap, type FrontMatterValue, isMap} from '../frontMatter/frontMatterValue.ts'
import {isTimeZone} from '../frontMatter/timeZone.ts'
import type {Notice} from '../notices.ts'
import {textOf} from '../values/textOf.ts'
import {mergeConfig} from './configFiles.ts'
import {type ContentMount, plainPath, readContentMounts} from './contentMounts.ts'
import {readPattern} from './ignoredFiles.ts'

interface SiteLanguage {
  code: string
  /** Folder of its pages, relative to the site: `content` or `content/ko`. */
  contentDir: string
  /** Its own patterns, instead of those of the site. */
  permalinks?: Record<string, string>
}

/** What the configuration of a Hugo site says about reading its talks. */
export interface SiteConfig {
  /** Zone of dates without an offset. */
  timeZone: string
  /** The configuration names no zone: it is Lectern's own default. */
  timeZoneIsGuessed?: true
  /** In lower case, as the codes of the languages are. */
  defaultLanguage: string
  /** The language that the configuration names, of several the default one; Hugo takes English for a site that names none. */
  language?: string
  /** `defaultContentLanguageInSubdir`: the addresses of the default language begin with its code too. */
  defaultLanguageInFolder: boolean
  languages: SiteLanguage[]
  /** Languages that the configuration knows and Hugo does not build. */
  disabledLanguages?: string[]
  /** Folders of content, when the configuration mounts some or a language is disabled; else those of the languages. */
  mounts?: ContentMount[]
  /** `ignoreFiles`: patterns of paths, relative to the site folder and beginning with a slash, that are no content. */
  ignoreFiles?: RegExp[]
  /** Section to pattern: `event` to `/talk/:slug/`. */
  permalinks: Record<string, string>
  removePathAccents: boolean
  /** `disablePathToLower`: addresses keep their capital letters. */
  keepsCase?: true
  /** `uglyURLs`: pages are published as `x.html`, not as `x/`: all, or those of some sections. */
  uglyUrls?: true | string[]
}

/** Zone of a site that names none: Lectern's own default, where Hugo would take UTC. */
const DEFAULT_TIME_ZONE = 'Asia/Seoul'

/**
 * Reads the configuration.
 * @param files Path relative to the site folder, and text, of the files of the configuration (`isConfigFile`).
 * @param timeZone Zone to use when the configuration names none.
 * @throws FrontMatterError when a file cannot be parsed.
 */
export function readSiteConfig(
  files: ReadonlyMap<string, string>,
  timeZone?: string,
): {config: SiteConfig; notices: Notice[]} {
  const notices: Notice[] = []
  const merged = mergeConfig(files)
  const defaultLanguage = textOf(merged['defaultcontentlanguage'])?.toLowerCase() ?? 'en'
  const config: SiteConfig = {
    ...readTimeZone(textOf(merged['timezone']), timeZone, notices),
    defaultLanguage,
    ...readLanguage(merged, defaultLanguage),
    defaultLanguageInFolder: merged['defaultcontentlanguageinsubdir'] === true,
    ...readLanguages(merged, defaultLanguage, notices),
    ...readIgnoreFiles(merged['ignorefiles'], notices),
    permalinks: readPermalinks(merged['permalinks']),
    removePathAccents: merged['removepathaccents'] === true,
    ...(isTrue(merged['disablepathtolower']) && {keepsCase: true}),
    ...readUglyUrls(merged['uglyurls']),
  }
  return {config, notices}
}

function readTimeZone(
  zone: string | undefined,
  given: string | undefined,
  notices: Notice[],
): Pick<SiteConfig, 'timeZone' | 'timeZoneIsGuessed'> {
  if (zone !== undefined && isTimeZone(zone)) return {timeZone: zone}
  const timeZone = given ?? DEFAULT_TIME_ZONE
  if (zone === undefined) return {timeZone, ...(given === undefined && {timeZoneIsGuessed: true})}
  const message = `The site's timeZone "${zone}" is not known; ${timeZone} is used.`
  notices.push({kind: 'unknownTimeZone', path: 'config', field: 'timeZone', message, value: zone})
  return {timeZone}
}

/** A site of one language names it in `languageCode` or in `defaultContentLanguage`; English may be there because a starter, or `hugo new site`, wrote it. */
function readLanguage(merged: FrontMatterMap, defaultLanguage: string): Pick<SiteConfig, 'language'> {
  const languages = isMap(merged['languages']) ? merged['languages'] : {}
  if (Object.keys(languages).length > 1) return {language: defaultLanguage}
  const own = languages[defaultLanguage]
  const code = textOf((isMap(own) && own['languagecode']) || merged['languagecode'])
  const named = [code, textOf(merged['defaultcontentlanguage'])].flatMap(
    (text) => /^[a-z]+/.exec(text?.toLowerCase() ?? '') ?? [],
  )
  const language = named.find((one) => one !== 'en') ?? named[0]
  return language === undefined ? {} : {language}
}

/** The languages that Hugo builds, and where the files of all stand. */
function readLanguages(
  merged: FrontMatterMap,
  defaultLanguage: string,
  notices: Notice[],
): Pick<SiteConfig, 'languages' | 'disabledLanguages' | 'mounts'> {
  const contentDir = textOf(merged['contentdir']) ?? 'content'
  const languages = isMap(merged['languages']) ? merged['languages'] : {}
  const named = words(merged['disablelanguages']).map((code) => code.toLowerCase())
  const entries = Object.entries(languages).flatMap(([code, settings]) => {
    if (!isMap(settings)) return []
    const disabled = code !== defaultLanguage && (isTrue(settings['disabled']) || named.includes(code))
    const own = isMap(settings['permalinks']) && {permalinks: readPermalinks(settings['permalinks'])}
    return [{code, contentDir: textOf(settings['contentdir']) ?? contentDir, disabled, ...own}]
  })
  const known = entries.some(({code}) => code === defaultLanguage)
  const all = known ? entries : [{code: defaultLanguage, contentDir, disabled: false}, ...entries]
  const codes = all.map(({code}) => code)
  const mounts = readContentMounts(merged, codes, defaultLanguage, notices)
  const folderOf = (code: string, folder: string) =>
    mountOf(mounts, code)?.source ?? mountOf(mounts, defaultLanguage)?.source ?? plainPath(folder)
  const off = all.flatMap(({code, disabled}) => (disabled ? [code] : []))
  const folders = all.map(({code, contentDir: folder}) => ({source: plainPath(folder), target: '', language: code}))
  const hasOwn = mounts.length > 0 || off.length > 0
  return {
    languages: all.flatMap(({disabled, ...language}) =>
      disabled ? [] : [{...language, contentDir: folderOf(language.code, language.contentDir)}],
    ),
    ...(off.length > 0 && {disabledLanguages: off}),
    ...(hasOwn && {mounts: mounts.length > 0 ? mounts : folders}),
  }
}

function mountOf(mounts: readonly ContentMount[], code: string): ContentMount | undefined {
  return mounts.find(({language, target}) => language === code && target === '')
}

function readIgnoreFiles(value: FrontMatterValue | undefined, notices: Notice[]): Pick<SiteConfig, 'ignoreFiles'> {
  const patterns = words(value).flatMap((pattern) => {
    const read = readPattern(pattern)
    if (read) return [read]
    const message = `The pattern "${pattern}" of ignoreFiles is not a regular expression: it leaves no file out.`
    notices.push({kind: 'wrongType', path: 'config', field: 'ignoreFiles', message, value: pattern})
    return []
  })
  return patterns.length > 0 ? {ignoreFiles: patterns} : {}
}

/** A list, or a text that Hugo takes apart at its spaces. */
function words(value: FrontMatterValue | undefined): string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function isTrue(value: FrontMatterValue | undefined): boolean {
  return value === true || (typeof value === 'string' && /^(1|t|true)$/i.test(value))
}

function readUglyUrls(value: FrontMatterValue | undefined): Pick<SiteConfig, 'uglyUrls'> {
  if (isTrue(value)) return {uglyUrls: true}
  const sections = isMap(value) ? Object.keys(value).filter((section) => isTrue(value[section])) : []
  return sections.length > 0 ? {uglyUrls: sections} : {}
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
