import type {PageFile} from '../bundle/findPages.ts'
import type {SiteConfig} from '../bundle/siteConfig.ts'
import {placeOfAlias} from '../documents/movedAliases.ts'
import type {Page} from '../documents/page.ts'
import {pageAddress} from '../documents/pageAddress.ts'
import {plainId} from '../ids/plainId.ts'
import type {Notice} from '../notices.ts'
import type {ExportRun} from './exportRun.ts'
import {PLACING} from './readHeads.ts'

/** So many files of a folder are named. */
const NAMED = 5

/** An author's new slug is not written. Nothing for any other page, or no new slug. */
export function noticeKeptSlug({type, path}: PageFile, slug: string | undefined): Notice[] {
  if (type !== 'author' || slug === undefined) return []
  const message = `The folder of an author keeps its name, by which pages of the site refer to it: the slug "${slug}" stays in the Studio.`
  return [{kind: 'droppedField', path, field: 'slug', message, value: slug}]
}

/** An edited page may be published elsewhere now, and where it was before is not known. */
export function noticeUnknownAddress(page: Page, changed: readonly string[], config: SiteConfig): Notice[] {
  const {path, section} = page.file
  const mayMove = PLACING.some((field) => changed.includes(field))
  if (!mayMove || section === 'data' || page.values.get('draft') === true) return []
  if (pageAddress(page, config) !== undefined) return []
  const message =
    "Its address may have changed, and got no alias: the site's permalinks have a part whose value Lectern does not know. Add the old address to the page's aliases."
  return [{kind: 'unknownAddress', path, field: 'aliases', message}]
}

/**
 * A page that gets an address which is an alias of other pages: those may be nobody's edit, so their files stay as they are.
 * @param before The page as it was; nothing of a new one.
 */
export function noticeTakenAlias(before: Page | undefined, after: Page, run: ExportRun, id: string): Notice[] {
  const {config} = run.site
  const address = pageAddress(after, config)
  if (address === undefined || (before && pageAddress(before, config) === address)) return []
  const others = run.aliased.filter(
    (head) => plainId(head._id) !== id && head.aliases.some((alias) => placeOfAlias(alias, address) === address),
  )
  return others.map(({hugo, title = ''}) => {
    const message = `Its address ${address} is an alias of ${hugo?.path ?? title}, and Hugo writes one over the other: take it out of the aliases there.`
    return {kind: 'sameSlug', path: after.file.path, field: 'aliases', message, value: address}
  })
}

/** A picture that a page no longer wants stays, since a translation does. */
export function noticeSharedFile(page: string, {path, by}: {path: string; by: string}): Notice {
  const message = `"${path}" stays in the folder, since ${by} shows it too: Hugo has no picture for one language alone.`
  return {kind: 'droppedField', path: page, field: 'image', message, value: path}
}

/** An author's picture that stays in its folder, since the kit has that of another language at its place. */
export function noticeApart(page: string, {path, taken}: {path: string; taken: string}): Notice {
  const message = `"${path}" stays there, since the kit has one picture of an author for all languages and ${taken} is another one, which is shown here now: put the one that you want there.`
  return {kind: 'foreignForm', path: page, field: 'avatar', message, value: path}
}

/** A site that begins in an empty folder: the lake has its pages, but not what Hugo builds it with. */
export function noticeNoConfiguration(): Notice {
  const message =
    'The folder has no configuration, which the lake does not keep and Hugo needs: copy config/ or hugo.yaml from the site that was imported, or from a starter of the theme.'
  return {kind: 'missingFile', path: 'config', message}
}

/** Files in the folder of a page that was removed which are the owner's alone. */
export function noticeKeptFiles({bundle = ''}: PageFile, stays: readonly string[]): Notice {
  const names = stays.map((path) => `"${path.slice(bundle.length + 1)}"`)
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
  const message = `The folder stays when its page goes: the lake never had ${names.slice(0, NAMED).join(', ')}${more}. Remove it yourself if nothing in it is wanted.`
  return {kind: 'keptFile', path: bundle, message}
}

/** A page whose file is no longer in the folder. */
export function noticeDeletedFile(path: string): Notice {
  const message =
    'Its file is not in the folder any more and is not written again: "npm run seed" with --prune deletes it in the Studio too, --prefer=studio writes the file.'
  return {kind: 'deletedFile', path, message}
}
