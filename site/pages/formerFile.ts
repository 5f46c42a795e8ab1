import type {FormerFileQueryResult} from '../../schemas/sanity.types.ts'
import {formerFileQuery} from '../queries/formerFileQuery.ts'
import {queryTime} from '../queries/queryTime.ts'
import {readJsonObject} from '../text/readJsonObject.ts'
import {inEachSection, spellings} from './formerSpellings.ts'
import type {PageContext} from './page.ts'

/** How many folders deep in its page's a file may be. */
const deepest = 3

/**
 * Where a file is now that the Hugo site has beside a page, `/event/…/slides.pdf`: links of other sites lead there, and those
 * of a text to the files of another page. Undefined where there is none, or where no import brought it into the lake.
 *
 * @param path the address, decoded, in parts
 */
export async function formerFile({query, now, assets}: PageContext, path: string[]): Promise<string | undefined> {
  if (!/\.[a-z0-9]{1,8}$/i.test(path.at(-1) ?? '')) return undefined
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

/** The assets of the files in a page's folder, by name; none for a page without a folder of its own. */
function filesBeside({path, fingerprint}: FormerFileQueryResult[number]): Map<string, string> {
  const folder = /^(.*\/)_?index\.[^/]*$/.exec(path ?? '')?.[1]
  const assets = readJsonObject(fingerprint).get('#assets')
  const found = new Map<string, string>()
  for (const [file, asset] of readJsonObject(typeof assets === 'string' ? assets : '')) {
    if (folder === undefined || typeof asset !== 'string' || !file.startsWith(folder)) continue
    found.set(file.slice(folder.length).normalize('NFC'), asset)
  }
  return found
}
