import {posix} from 'node:path'
import {type FrontMatterMap, isMap} from '../frontMatter/frontMatterValue.ts'
import type {Notice} from '../notices.ts'
import {textOf} from '../values/textOf.ts'
import {type MountFilter, isMounted, readMountFilter} from './mountFilter.ts'
import type {SiteConfig} from './siteConfig.ts'

/** A folder whose files Hugo takes for content, or one such file. */
export interface ContentMount {
  /** Relative to the site folder. */
  source: string
  /** Where it stands below the content folder; '' for the top. */
  target: string
  language: string
  filter?: MountFilter
}

/** The mounts of a configuration (keys in lower case) that hold content; in one without any, Hugo takes `contentDir`. */
export function readContentMounts(
  merged: FrontMatterMap,
  codes: readonly string[],
  defaultLanguage: string,
  notices: Notice[],
): ContentMount[] {
  const mounts = isMap(merged['module']) ? merged['module']['mounts'] : undefined
  return (Array.isArray(mounts) ? mounts : []).flatMap((mount) => {
    if (!isMap(mount)) return []
    const {source, target, lang, includefiles, excludefiles} = mount
    if (typeof source !== 'string' || typeof target !== 'string') return []
    const place = plainPath(target)
    if (place !== 'content' && !place.startsWith('content/')) return []
    const language = textOf(lang)?.toLowerCase() ?? defaultLanguage
    if (!codes.includes(language)) return []
    const filter = readMountFilter(includefiles, excludefiles, (pattern) => notices.push(brokenPattern(pattern)))
    return [{source: plainPath(source), target: place.slice(8), language, ...(filter && {filter})}]
  })
}

function brokenPattern(pattern: string): Notice {
  const message = `The pattern "${pattern}" of a mount cannot be read: Hugo does not build such a site. It was left alone.`
  return {kind: 'wrongType', path: 'config', field: 'mounts', message, value: pattern}
}

/** A path of the configuration without `./` and slashes at its ends. */
export function plainPath(path: string): string {
  return posix.normalize(path).replace(/^\/+|\/+$/g, '')
}

/** All folders of content of a site. */
export function contentMounts(config: Pick<SiteConfig, 'languages' | 'mounts'>): readonly ContentMount[] {
  return (
    config.mounts ?? config.languages.map(({code, contentDir}) => ({source: contentDir, target: '', language: code}))
  )
}

/** Whether a folder of the configuration is not in the site: what is read and written stays in the folder that the owner named. */
export function isOutside(source: string): boolean {
  return source === '..' || source.startsWith('../')
}

/** Where a file of the site stands for Hugo. */
export interface ContentPlace {
  /** Folders below the content folder, file name last. */
  inner: string[]
  /** Language of its folder. */
  language: string
  /** Of two files for one place Hugo takes the one of the default language's folder, else the one that is mounted first. */
  rank: number
  /** The configuration names the file itself: it cannot be anywhere else, nor have files beside it. */
  fixed: boolean
}

/** Where a file stands below the content folder; nothing for one that Hugo does not take for content. */
export function placeOfContent(
  path: string,
  config: Pick<SiteConfig, 'languages' | 'mounts' | 'defaultLanguage'>,
): ContentPlace | undefined {
  const isOther = (language: string) => Number(language !== config.defaultLanguage)
  const mounts = contentMounts(config)
  const mount = mounts
    .filter(({source, filter}) => isBelow(path, source) && isMounted(path.slice(source.length + 1), filter))
    .sort((a, b) => b.source.length - a.source.length || isOther(a.language) - isOther(b.language))[0]
  if (!mount) return undefined
  const {source, target, language} = mount
  const inner = [...target.split('/'), ...path.slice(source.length + 1).split('/')].filter(Boolean)
  const rank = isOther(language) * mounts.length + mounts.indexOf(mount)
  return {inner, language, rank, fixed: path === source}
}

/** Whether a file that is below a folder of content is left out by the patterns of the mounts. */
export function isLeftOut(path: string, config: Pick<SiteConfig, 'languages' | 'mounts' | 'defaultLanguage'>): boolean {
  if (config.mounts?.some(({filter}) => filter) !== true) return false
  const around = config.mounts.filter(({source}) => path.startsWith(`${source}/`))
  return around.length > 0 && placeOfContent(path, config) === undefined
}

function isBelow(path: string, source: string): boolean {
  return path.startsWith(source) && (path.length === source.length || path[source.length] === '/')
}
