import {extensionOf} from '../bundle/extensionOf.ts'
import type {Reference} from '../markdown/types.ts'
import {withKeys} from '../values/createKeys.ts'
import {bundleFile, decodeName, isPicture} from './assets.ts'
import type {Reader} from './reader.ts'

/** A file that a page's text names, and its asset. */
export interface NamedFile {
  _type: 'file'
  _key: string
  /** As the text has it, decoded, without `./` and what follows `?` or `#`: `slides.pdf`, `/files/slides.pdf`. */
  name: string
  asset: Reference
}

const PROSE = ['abstract', 'summary', 'subtitle', 'event', 'event_name', 'location', 'bio']
/** How a name may end that stands in a text. */
const EXTENSION = /^(?:[a-z][a-z0-9]{0,7}|7z)$/
/** What no address without quotes holds. */
const BOUNDARY = new Set(' \t\n\r"\'`<>{}|=[]')
const GALLERY = /\{\{[<%]\s*gallery\b(?:[^{}]*?\balbum="([^"{}]+)")?[^{}]*[>%]\}\}/g
/** In UTF-16 units. */
const LONGEST = 300

/**
 * The files of the site that a page's text names: those of its bundle, of the theme's media folder (pictures and players), and
 * static files, whose addresses Hugo leaves as they are, so that they are relative to the page's own.
 * @param address The page's, if it is known.
 */
export function namedFiles(reader: Reader, address: string | undefined): NamedFile[] {
  const {resources} = reader.page.file
  const ending = endingLike([...reader.site.fileExtensions, ...resources.map(extensionOf)])
  if (!ending) return []
  const texts = [reader.page.parts.body, ...PROSE.map((key) => reader.value(key))]
  const found = new Map<string, string>()
  for (const text of texts) {
    for (const name of typeof text === 'string' ? addressesIn(text, ending) : []) {
      const path = fileAt(name, reader, address)
      if (path !== undefined) found.set(name, path)
    }
  }
  for (const [name, path] of galleryFiles(reader)) found.set(name, path)
  return withKeys([...found].map(([name, path]) => ({_type: 'file', name, asset: reader.asset(path)})))
}

/** Finds where a text has the end of a file's name; nothing when there is no file that a text could name. */
function endingLike(extensions: readonly string[]): RegExp | undefined {
  const names = new Set(extensions.filter((extension) => EXTENSION.test(extension)))
  if (names.size === 0) return undefined
  const source = [...names].join('|')
  const known = endings.get(source) ?? new RegExp(`\\.(?:${source})(?![\\w/])`, 'gi')
  if (endings.size < MOST_ENDINGS) endings.set(source, known)
  return known
}

/** Most pages of a site have files of the same kinds. */
const endings = new Map<string, RegExp>()
const MOST_ENDINGS = 1000

/** The pictures of albums, which `gallery` shows without naming each: a folder of the bundle or of the theme's media. */
function galleryFiles({page, site}: Reader): Array<[name: string, path: string]> {
  const {bundle, resources} = page.file
  return [...page.parts.body.matchAll(GALLERY)].flatMap(([, album = 'gallery']) => {
    const own = resources
      .filter((name) => name.startsWith(`${album}/`))
      .map((name) => [name, `${bundle}/${name}`] as const)
    const folder = `assets/media/albums/${album}/`
    const shared = site.filesIn(folder).map((path) => [`${album}/${path.slice(folder.length)}`, path] as const)
    return [...own, ...shared]
      .filter(([, path]) => isPicture(path))
      .map(([name, path]) => [name.normalize('NFC'), path])
  })
}

/** What may be the addresses of files: words that end like one, and what stands before that between quotes or in `(<my slides.pdf>)`. */
function addressesIn(text: string, ending: RegExp): Set<string> {
  const names = new Set<string>()
  for (const {0: extension, index} of text.matchAll(ending)) {
    const end = index + extension.length
    const line = text.slice(Math.max(0, index - LONGEST, text.lastIndexOf('\n', index) + 1), end)
    const opened = Math.max(line.lastIndexOf('(<'), line.lastIndexOf('="'), line.lastIndexOf("='"))
    for (const written of opened < 0 ? [lastWord(line)] : [lastWord(line), line.slice(opened + 2)]) {
      if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written))
        names.add(decodeName(written).replace(/^\.\//, '').normalize('NFC'))
    }
  }
  return names
}

function lastWord(line: string): string {
  let start = line.length
  while (start > 0 && !BOUNDARY.has(line[start - 1] ?? '')) start -= 1
  return line.slice(start).replace(/^\(+/, '')
}

function fileAt(name: string, {page, site}: Reader, address: string | undefined): string | undefined {
  const own = bundleFile(page.file, name)
  if (own !== undefined) return own
  const media = `assets/media/${name.replace(/^\//, '')}`
  if (site.hasFile(media)) return media
  const base = name.startsWith('/') ? '/' : address
  const url = base === undefined ? null : URL.parse(encodeURI(name.toWellFormed()), `http://site${base}`)
  if (url?.host !== 'site' || url.protocol !== 'http:') return undefined
  const path = `static${decodeName(url.pathname)}`
  return site.hasFile(path) ? path : undefined
}
