import {posix} from 'node:path'
import {type FrontMatterMap, isMap} from '../frontMatter/frontMatterValue.ts'
import type {SiteConfig} from './siteConfig.ts'

/** A folder whose files Hugo takes for content. */
export interface ContentMount {
  /** Relative to the site folder. */
  source: string
  /** Where its files stand below the content folder; '' for the top. */
  target: string
  language: string
}

/** The mounts of a configuration (keys in lower case) that hold content; in one without any, Hugo takes `contentDir`. */
export function readContentMounts(
  merged: FrontMatterMap,
  codes: readonly string[],
  defaultLanguage: string,
): ContentMount[] {
  const mounts = isMap(merged['module']) ? merged['module']['mounts'] : undefined
  return (Array.isArray(mounts) ? mounts : []).flatMap((mount) => {
    if (!isMap(mount)) return []
    const {source, target, lang} = mount
    if (typeof source !== 'string' || typeof target !== 'string') return []
    const place = plainPath(target)
    if (place !== 'content' && !place.startsWith('content/')) return []
    const language = typeof lang === 'string' && lang !== '' ? lang.toLowerCase() : defaultLanguage
    return codes.includes(language) ? [{source: plainPath(source), target: place.slice(8), language}] : []
  })
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

/** Where a file stands below the content folder, file name last, and the language of its folder. */
export function placeOfContent(
  path: string,
  config: Pick<SiteConfig, 'languages' | 'mounts' | 'defaultLanguage'>,
): {inner: string[]; language: string} | undefined {
  const isOther = (language: string) => Number(language !== config.defaultLanguage)
  const mount = contentMounts(config)
    .filter(({source}) => path.startsWith(`${source}/`))
    .sort((a, b) => b.source.length - a.source.length || isOther(a.language) - isOther(b.language))[0]
  if (!mount) return undefined
  const {source, target, language} = mount
  return {inner: [...target.split('/').filter(Boolean), ...path.slice(source.length + 1).split('/')], language}
}
