import {placeOfContent} from './contentMounts.ts'
import {suffixLanguage} from './findPages.ts'
import type {SiteConfig} from './siteConfig.ts'

/**
 * Finds the pages of the sections around a page: those of its own language, wherever their files are mounted.
 * @param paths All files below the content folders, relative to the site folder.
 * @returns Their paths, the nearest section first.
 */
export function sectionPages(paths: readonly string[], config: SiteConfig): (path: string) => string[] {
  const pages = new Map(
    paths
      .filter((path) => /(^|\/)_index\.[^/]*$/.test(path))
      .flatMap((path) => {
        const [own] = sectionsAround(path, config)
        return own === undefined ? [] : [[own, path] as const]
      }),
  )
  return (path) => sectionsAround(path, config).flatMap((section) => pages.get(section) ?? [])
}

/** The sections that a file is in, the nearest first, each after its language. */
function sectionsAround(path: string, config: SiteConfig): string[] {
  const place = placeOfContent(path, config)
  if (!place) return []
  const language = suffixLanguage(place.inner.at(-1) ?? '', config) ?? place.language
  return place.inner.map((_, index) => [language, ...place.inner.slice(0, place.inner.length - 1 - index)].join('/'))
}
