import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {type FrontMatterValue, isMap} from '../frontMatter/frontMatterValue.ts'
import {readFrontMatter} from '../frontMatter/readFrontMatter.ts'
import {splitPage} from '../frontMatter/splitPage.ts'

const TALK = /^(event|events|talk)$/i
const SAYS_TALK = /^[ \t]*["']?type["']?[ \t]*[:=][ \t]*["']?(event|events|talk)["']?[ \t]*,?[ \t]*(#.*)?\r?$/im
const SAYS_TYPE = /^["']?type["']?[ \t]*[:=][ \t]*["']?[^\s"'#]/im

/**
 * Tells whether a page outside of the theme's folders is a talk: Hugo takes the `type` of its front matter, else the one
 * that the nearest section above hands down (`cascade` in its `_index.md`).
 * @param read The text of a file of the site; nothing when there is none.
 * @param sectionsOf Paths of the pages of the sections around a page, the nearest first.
 * @param onUnreadable Hears of a page that cannot be read, and of a section's: whether it, or the pages below it, are talks is not known.
 */
export function talkFinder(
  read: (path: string) => string | undefined,
  sectionsOf: (path: string) => readonly string[],
  onUnreadable: (path: string, error: FrontMatterError) => void,
): (path: string) => boolean {
  const types = new Map<string, string>()
  /** What `find` finds in the text of a file; '' where it cannot be read. */
  const findIn = (path: string, find: (text: string) => string): string => {
    try {
      return find(read(path) ?? '')
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error
      onUnreadable(path, error)
      return ''
    }
  }
  const handed = (section: string): string => {
    const type = types.get(section) ?? findIn(section, handedDown)
    types.set(section, type)
    return type
  }
  const typeFrom = (path: string): string => {
    for (const section of sectionsOf(path)) {
      const type = handed(section)
      if (type !== '') return type
    }
    return ''
  }
  return (path) => {
    // Read by eye first: a page that is no talk need not be parsed.
    const header = findIn(path, headerOf)
    if (SAYS_TALK.test(header)) return TALK.test(ownType(read(path) ?? '') ?? typeFrom(path))
    return !SAYS_TYPE.test(header) && TALK.test(typeFrom(path))
  }
}

/** The type of a page that names one of a talk, which may be that of one of its links. What cannot be parsed is taken for a talk, and refused as one. */
function ownType(page: string): string | undefined {
  try {
    const type = memberOf(readFrontMatter(splitPage(page)).values, 'type')
    return typeof type === 'string' && type !== '' ? type : undefined
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    return 'talk'
  }
}

/** The type that a section's page gives to all pages below it, or ''; one for some of them (`_target`) does not count. */
function handedDown(text: string): string {
  if (!text.includes('cascade')) return ''
  const {values} = readFrontMatter(splitPage(text))
  const cascade = memberOf(values, 'cascade')
  for (const entry of Array.isArray(cascade) ? cascade : [cascade]) {
    const type = memberOf(entry, 'type')
    if (typeof type === 'string' && type !== '' && memberOf(entry, '_target') === undefined) return type
  }
  return ''
}

/** Hugo does not tell keys apart by their case. */
function memberOf(value: FrontMatterValue | undefined, key: string): FrontMatterValue | undefined {
  if (!isMap(value)) return undefined
  return Object.entries(value).find(([name]) => name.toLowerCase() === key)?.[1]
}

/** The front matter at the beginning of a page, as far as that may be. */
function headerOf(page: string): string {
  const text = page.slice(0, 10_000).trimStart()
  const [mark] = /^(?:---|\+\+\+|\{)/.exec(text) ?? ['']
  if (mark === '') return ''
  const start = text.indexOf(mark) + mark.length
  const end = mark === '{' ? text.indexOf('\n}', start) : text.indexOf(`\n${mark}`, start)
  return end < 0 ? '' : text.slice(start, end)
}
