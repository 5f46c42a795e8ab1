import type {Maybe, NamedPage} from '../content.ts'
import {namedPagesQuery} from '../queries/namedPagesQuery.ts'
import {queryTime} from '../queries/queryTime.ts'
import {pageReferences} from '../text/pageReference.ts'
import {addressOf} from './addressOf.ts'
import type {PageContext} from './page.ts'

/**
 * The pages to which a text refers as Hugo looks them up, `[x]({{< ref "other.md" >}})`. Asks the lake only where there are any.
 *
 * @param path the file from which the text came, which names are relative to
 */
export async function namedPages(
  {query, now, language}: PageContext,
  text: unknown,
  path: Maybe<string>,
): Promise<NamedPage[]> {
  const names = pageReferences(JSON.stringify(text ?? null)).filter((name) => name !== '')
  if (names.length === 0 || !path) return []
  const filesOf = new Map(names.map((name) => [name, candidates(name, path)]))
  const found = await query(namedPagesQuery, {
    paths: [...new Set([...filesOf.values()].flat())],
    now: queryTime(now).now,
  })
  return names.flatMap((name) => {
    const page = filesOf.get(name)?.flatMap((file) => found.find((one) => one.path === file) ?? [])[0]
    const address = page && addressOf(page, language)
    return page && address ? [{name, address, title: page.title}] : []
  })
}

/** The files that a name may mean: below the content folder of its language, else beside the page (Hugo: `GetPage`). */
function candidates(name: string, path: string): string[] {
  const folders = path.split('/').slice(0, -1)
  const beside = [folders, folders.slice(0, -1)].map((parts) => parts.join('/'))
  const roots = folders.map((_, index) => folders.slice(0, index + 1).join('/')).slice(0, 2)
  const bases = name.startsWith('/') ? roots : [...beside, ...roots]
  const plain = name.replace(/^\/|\/$/g, '')
  const files = /\.(?:md|markdown)$/.test(plain)
    ? [plain]
    : ['/index.md', '/_index.md', '.md'].map((end) => `${plain}${end}`)
  return bases.flatMap((base) => files.map((file) => `${base}/${file}`))
}
