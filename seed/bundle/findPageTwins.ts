import type {PageFile} from './findPages.ts'
import type {SiteConfig} from './siteConfig.ts'

/** A page, and where it stands for Hugo. */
export interface PlacedPage {
  page: PageFile
  /** Folders below the content folder, file name last. */
  inner: readonly string[]
  /** Of its mount among the mounts: the lower one comes first. */
  rank: number
}

/**
 * Of two files for one page and language Hugo takes one: a bundle before a single file; of two folders of content
 * that of the default language, else the one mounted first; in one folder a name that ends with a language of the site,
 * else the one that comes first in the alphabet, but of two single files that differ in their extension the last.
 * (Hugo 0.111.3, hugolib/pages_capture.go, hugofs/filter_fs.go)
 * @returns Path of a file that Hugo passes over, and of the one that it takes instead.
 */
export function findPageTwins(pages: readonly PlacedPage[], config: SiteConfig): ReadonlyMap<string, string> {
  const groups = Map.groupBy(pages, (placed) => {
    const folders = placed.inner.slice(0, isIndex(placed) ? -2 : -1)
    return [spokenLanguage(placed.page, config), ...folders, nameOnDisk(placed)].join('/')
  })
  const twins = new Map<string, string>()
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const taken = takenOf(group, config)
    for (const {page} of group) if (page !== taken.page) twins.set(page.path, taken.page.path)
  }
  return twins
}

/** As it is spelled: names that differ only in Unicode's normalization are two to Hugo. */
function nameOnDisk(placed: PlacedPage): string {
  if (isIndex(placed)) return placed.inner.at(-2) ?? ''
  const name = fileName(placed)
  const stem = name.slice(0, name.length - extension(name).length)
  const suffix = `.${placed.page.language ?? ''}`
  return suffix.length > 1 && stem.endsWith(suffix) ? stem.slice(0, -suffix.length) : stem
}

/** A language that the site does not have is none: its pages are the default language's. */
function spokenLanguage(
  {language}: PageFile,
  {languages, disabledLanguages = [], defaultLanguage}: SiteConfig,
): string {
  if (language === undefined) return defaultLanguage
  const known = disabledLanguages.includes(language) || languages.some(({code}) => code === language)
  return known ? language : defaultLanguage
}

function takenOf(group: readonly PlacedPage[], config: SiteConfig): PlacedPage {
  return group.reduce((one, other) => (isBefore(other, one, config) ? other : one))
}

function isBefore(one: PlacedPage, other: PlacedPage, config: SiteConfig): boolean {
  if (isIndex(one) !== isIndex(other)) return isIndex(one)
  if (one.rank !== other.rank) return one.rank < other.rank
  const [name, otherName] = [fileName(one), fileName(other)]
  const [says, otherSays] = [saysLanguage(name, config), saysLanguage(otherName, config)]
  const isFirst = says === otherSays ? name < otherName : says
  const byExtension = !isIndex(one) && extension(name) !== extension(otherName)
  return byExtension ? !isFirst : isFirst
}

function saysLanguage(name: string, {languages}: SiteConfig): boolean {
  const stem = name.slice(0, -extension(name).length)
  return languages.some(({code}) => stem.endsWith(`.${code}`))
}

function isIndex(placed: PlacedPage): boolean {
  return /^_?index\./.test(fileName(placed))
}

function fileName({inner}: PlacedPage): string {
  return inner.at(-1) ?? ''
}

function extension(name: string): string {
  return name.slice(name.lastIndexOf('.'))
}
