import {placeOfContent} from '../bundle/contentMounts.ts'
import {type PageFile, folderOf} from '../bundle/findPages.ts'
import type {SiteConfig} from '../bundle/siteConfig.ts'
import type {Page} from '../documents/page.ts'

/** What a new slug does to a page. */
interface Move {
  /** Where its file goes; its own path when it stays. */
  path: string
  /** `slug` must be written into the front matter. */
  writesSlug: boolean
}

/**
 * A page whose slug an editor changed: its folder moves, but one that says its `slug`, or shares the folder with
 * translations (to Hugo the same page as long as they have one path), or is named in the configuration, stays.
 */
export function planMove({file, values}: Page, slug: string | undefined, shared: boolean): Move | undefined {
  const written = values.get('slug')
  const says = typeof written === 'string' && written !== ''
  if (slug === undefined || file.type === 'author' || (slug === file.name && !says)) return undefined
  const stays = says || shared || file.fixed === true
  const path = stays ? file.path : renamedPath(file, slug.replace(/[/\\]/g, '-'))
  return {path, writesSlug: stays && !says}
}

function renamedPath(file: PageFile, name: string): string {
  const place = file.bundle ?? file.path
  const last =
    file.bundle === undefined ? file.path.slice(file.path.lastIndexOf('/') + 1).replace(file.name, name) : name
  const moved = `${folderOf(place)}/${last}`
  return file.bundle === undefined ? moved : `${moved}/${file.path.slice(file.bundle.length + 1)}`
}

/** True when another page is a translation: it stands in the same place of the content of its language. */
export function hasTranslation(file: PageFile, pages: Iterable<PageFile>, config: SiteConfig): boolean {
  const placeOf = ({path, name}: PageFile) => {
    const inner = placeOfContent(path, config)?.inner ?? path.split('/')
    return [...inner.slice(0, /^_?index\./.test(inner.at(-1) ?? '') ? -2 : -1), name].join('/')
  }
  const place = placeOf(file)
  return [...pages].some((other) => other.path !== file.path && placeOf(other) === place)
}
