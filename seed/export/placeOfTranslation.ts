import type {PageFile} from '../bundle/findPages.ts'
import type {SiteConfig} from '../bundle/siteConfig.ts'
import {placeOfLanguage} from '../documents/placeOfLanguage.ts'

/**
 * The path at which Hugo takes a page for the translation of another one: the same folders and name in the content of its
 * language. Nothing for a page outside of its language's content.
 */
export function placeOfTranslation({path, language: spoken}: PageFile, language: string, config: SiteConfig) {
  const root = `${placeOfLanguage(spoken, config).root}/`
  if (!path.startsWith(root)) return undefined
  const inner = path.slice(root.length).replace(/\.[^./]+$/, '')
  const stem = spoken !== undefined && inner.endsWith(`.${spoken}`) ? inner.slice(0, -spoken.length - 1) : inner
  const place = placeOfLanguage(language, config)
  return `${place.root}/${stem}${place.suffix}.md`
}
