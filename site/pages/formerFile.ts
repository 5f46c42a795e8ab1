import {formerFileQuery} from '../queries/formerFileQuery.ts'
import {queryTime} from '../queries/queryTime.ts'
import {deepest, filesBeside, isFileName} from './filesBeside.ts'
import {inEachSection, spellings} from './formerSpellings.ts'
import type {PageContext} from './page.ts'

/**
 * Where a file is now that the Hugo site has beside a page, `/event/…/slides.pdf`: links of other sites lead there, and those
 * of a text to the files of another page. Undefined where there is none, or where no import brought it into the lake.
 *
 * @param path the address, decoded, in parts
 */
export async function formerFile({query, now, assets}: PageContext, path: string[]): Promise<string | undefined> {
  if (!isFileName(path.at(-1) ?? '')) return undefined
  const ends = Array.from({length: Math.min(deepest, path.length - 1)}, (_, index) => -1 - index)
  const names = new Map<string, string>()
  for (const end of ends) {
    const pages = inEachSection(path.slice(0, end)).map((parts) => `/${parts.join('/')}/`)
    for (const page of spellings(pages)) names.set(page, path.slice(end).join('/'))
  }
  if (names.size === 0) return undefined
  const found = await query(formerFileQuery, {addresses: [...names.keys()], now: queryTime(now).now})
  return found
    .map((page) => assets.file(filesBeside(page).get(names.get(page.address ?? '') ?? '')))
    .find((address) => address !== undefined)
}
