import {
  type FrontMatterMap,
  type FrontMatterValue,
  isMap,
  isNothing,
  showValue,
} from '../frontMatter/frontMatterValue.ts'
import type {SeedType} from '../ids/seedTypes.ts'
import type {MarkdownContext, Reference} from '../markdown/types.ts'
import type {Notice, NoticeKind} from '../notices.ts'
import type {AssetRequest} from './assets.ts'
import {bundleFile, sitePictures} from './assets.ts'
import {type KeyLines, createKeyLines} from './keyLines.ts'
import {lineOfValue} from './lineOfValue.ts'
import {type Page, lowerKeys} from './page.ts'
import type {SiteView} from './site.ts'

/** A document that is only referred to: it holds a name and nothing else until its page turns up. */
export interface Stub {
  _id: string
  _type: Exclude<SeedType, 'talk'>
  name: string
  slug: string
}

/** What the codecs read from, and where they leave what they noticed on the way. */
export class Reader {
  readonly notices: Notice[] = []
  readonly stubs: Stub[] = []
  readonly assets: AssetRequest[] = []
  readonly page: Page
  readonly site: SiteView
  readonly lineOf: KeyLines

  constructor(page: Page, site: SiteView) {
    this.page = page
    this.site = site
    this.lineOf = createKeyLines(page.parts)
  }

  /** The value of a key; `undefined` when it is missing, null or empty text, which all mean absent. */
  value(key: string): FrontMatterValue | undefined {
    const value = this.page.values.get(key)
    return value === null || value === '' ? undefined : value
  }

  /** The first of some keys that has a value. */
  firstKey(...keys: string[]): string | undefined {
    return keys.find((key) => this.value(key) !== undefined)
  }

  /**
   * A key's text; numbers and truth values as Hugo prints them. Any other type is noticed and left in the source, unless
   * it is an empty list or map: templates ask for a value with `with`, which takes those for none.
   */
  text(key: string): string | undefined {
    return this.asText(this.value(key), key)
  }

  asText(value: FrontMatterValue | undefined, key: string): string | undefined {
    if (isNothing(value)) return undefined
    if (typeof value === 'string') {
      if (/^[-+]?0\d+$/.test(value)) this.noticeOctal(key, value)
      return value
    }
    if (typeof value === 'object') {
      this.notice('wrongType', key, `"${key}" should be text; it was left as it is.`, JSON.stringify(value))
      return undefined
    }
    return String(value)
  }

  /** A postcode without quotes: Hugo reads digits behind a zero as an octal number where it can. */
  private noticeOctal(key: string, text: string): void {
    const {header, format} = this.page.parts
    const [own = key] = key.split('.')
    if (format !== 'yaml' || new RegExp(`['"]${text.replace('+', '\\+')}['"]`).test(header)) return
    const octal = /^[-+]?0[0-7]+$/.test(text)
    const number = String(octal ? Number.parseInt(text, 8) : Number(text))
    this.noticeItem('wrongType', own, `Hugo reads this as the number ${number}; put it in quotes.`, text)
  }

  /** A key's truth value. Hugo before 0.152 reads yes, no, on and off as truth values too. */
  flag(key: string): boolean | undefined {
    return this.asFlag(this.value(key), key)
  }

  asFlag(value: FrontMatterValue | undefined, key: string): boolean | undefined {
    if (isNothing(value)) return undefined
    if (typeof value === 'boolean') return value
    const word = showValue(value).toLowerCase()
    if (['true', 'yes', 'on', 'y', '1'].includes(word)) return this.guess(key, value, true)
    if (['false', 'no', 'off', 'n', '0'].includes(word)) return this.guess(key, value, false)
    this.notice('wrongType', key, `"${key}" should be true or false; it was left as it is.`, JSON.stringify(value))
    return undefined
  }

  private guess(key: string, value: FrontMatterValue, meant: boolean): boolean {
    this.notice('wrongType', key, `"${key}" should be true or false; it was read as ${meant}.`, JSON.stringify(value))
    return meant
  }

  /** A key's map, its keys in lower case. */
  map(key: string): FrontMatterMap | undefined {
    const value = this.value(key)
    if (isMap(value)) return lowerKeys(value)
    if (value !== undefined)
      this.notice('wrongType', key, `"${key}" should be a map; it was left as it is.`, JSON.stringify(value))
    return undefined
  }

  /** A key's texts. One text is a list of one, as for Hugo's taxonomies; empty items do not count. */
  texts(key: string): string[] {
    return this.textsInPlace(key).filter((text) => text !== undefined)
  }

  /** The same with a gap for each empty item: for a list that stands beside another one. */
  textsInPlace(key: string): Array<string | undefined> {
    const value = this.value(key)
    if (value === undefined) return []
    const items = Array.isArray(value) ? value : [value]
    return items.map((item) => this.asText(item, key))
  }

  /** The maps in a key's list. */
  maps(key: string): FrontMatterMap[] {
    const value = this.value(key)
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.notice('wrongType', key, `"${key}" should be a list; it was left as it is.`, JSON.stringify(value))
      return []
    }
    return value.map((item) => (isMap(item) ? lowerKeys(item) : {}))
  }

  notice(kind: NoticeKind, key: string, message: string, value?: string): void {
    const {path} = this.page.file
    const notice: Notice = {kind, path, line: this.lineOf(key), field: key, message}
    if (value !== undefined) notice.value = value
    this.notices.push(notice)
  }

  /** A notice about one item of a key's list, with the item's line. */
  noticeItem(kind: NoticeKind, key: string, message: string, item: string): void {
    const {file, parts} = this.page
    const line = lineOfValue(parts, this.lineOf(key), item)
    this.notices.push({kind, path: file.path, line, field: key, message, value: item})
  }

  /** A reference to a page by the name that the front matter uses; a page that is missing becomes a stub. */
  reference(type: Stub['_type'], written: string, name = written): {reference: Reference; found: boolean} {
    const id = this.site.find(type, name, this.page.file.language)
    if (id !== undefined) return {reference: {_type: 'reference', _ref: id}, found: true}
    const stub = {...this.site.missing(type, name), _type: type, name: written}
    this.stubs.push(stub)
    return {reference: {_type: 'reference', _ref: stub._id}, found: false}
  }

  /** A reference to a file of the page's bundle; `undefined` when the bundle has none of that name. */
  resource(name: string): Reference | undefined {
    const path = bundleFile(this.page.file, name)
    return path === undefined ? undefined : this.asset(path)
  }

  /** A reference to a picture of the site's media or static folder; `undefined` when neither has one of that name. */
  private sitePicture(name: string): Reference | undefined {
    const path = sitePictures(name).find((candidate) => this.site.hasFile(candidate))
    return path === undefined ? undefined : this.asset(path)
  }

  /** A reference to a file of the site, to be replaced by the uploaded asset's. */
  asset(path: string): Reference {
    const _ref = `lectern-file:${path}`
    if (!this.assets.some((request) => request._ref === _ref)) this.assets.push({_ref, path})
    return {_type: 'reference', _ref}
  }

  /** What the Markdown side wants to know, for a text that starts at a line of the file. */
  markdown(line: number): MarkdownContext {
    const {file, dialect} = this.page
    return {path: file.path, line, dialect, resolveFile: (name) => this.resource(name) ?? this.sitePicture(name)}
  }
}
