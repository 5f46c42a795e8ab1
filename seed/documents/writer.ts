import {extensionOf} from '../bundle/extensionOf.ts'
import type {FrontMatterValue} from '../frontMatter/frontMatterValue.ts'
import type {Dialect, MarkdownContext, Reference} from '../markdown/types.ts'
import type {Notice, NoticeKind} from '../notices.ts'
import {bundleFile, sitePictures} from './assets.ts'
import {createKeyLines} from './keyLines.ts'
import type {Page} from './page.ts'
import type {SiteView} from './site.ts'

/** A change of one top-level front matter key: its spelling, and the value or `undefined` to remove it. */
export interface KeyChange {
  key: string
  value: FrontMatterValue | undefined
}

/** What a written page needs from the lake. */
export interface WriteSources {
  /** Name by which front matter refers to a document: folder name of its page, or its slug. */
  nameOf(id: string): string | undefined
  /** The documents whose name is another one now, with it: front matter that refers to them is written anew. */
  renamed?: ReadonlyMap<string, string>
  /** File name for an asset, to be written into the bundle. */
  fileName(assetRef: string): string | undefined
  /** Id of the asset that a file of the site (path relative to its folder) was uploaded as. */
  assetId(path: string): string | undefined
}

/** Where the codecs put front matter: changes against the page as it is in the file. */
export class Writer {
  readonly changes = new Map<string, KeyChange>()
  readonly notices: Notice[] = []
  /** Assets to be written into the bundle, by file name. */
  readonly files = new Map<string, string>()
  /** Files of the bundle that a new one replaces, or that the theme would go on showing. */
  readonly dropped = new Set<string>()
  readonly page: Page
  readonly site: SiteView
  readonly dialect: Dialect
  readonly sources: WriteSources

  constructor(page: Page, site: SiteView, sources: WriteSources) {
    this.page = page
    this.site = site
    this.dialect = page.dialect
    this.sources = sources
  }

  /** The value in the file, or as set before. */
  current(key: string): FrontMatterValue | undefined {
    const lower = key.toLowerCase()
    const change = this.changes.get(lower)
    return change ? change.value : this.page.values.get(lower)
  }

  /** The first of some keys that the file has, else the first one: the one to write. */
  keyFor(first: string, ...others: string[]): string {
    return this.knownKey([first, ...others]) ?? first
  }

  /** The first of some keys that has a value in the file, else the first that the file has at all. */
  knownKey(keys: readonly string[]): string | undefined {
    return keys.find((key) => this.present(key)) ?? keys.find((key) => this.page.values.has(key.toLowerCase()))
  }

  private present(key: string): boolean {
    const value = this.page.values.get(key.toLowerCase())
    return value !== undefined && value !== null && value !== ''
  }

  /** Sets a key, under the file's own spelling when it has it. `undefined` empties it: a text stays as `''`. */
  set(key: string, value: FrontMatterValue | undefined): void {
    const lower = key.toLowerCase()
    const spelled = this.page.spelling.get(lower) ?? key
    this.changes.set(lower, {key: spelled, value: value ?? emptied(this.page.values.get(lower))})
  }

  /** Sets the first of some keys that the file has, the one that is read. Without a value all are emptied: the next would be read instead. */
  setFirst([first, ...others]: readonly [string, ...string[]], value: FrontMatterValue | undefined): void {
    if (value !== undefined) return this.set(this.keyFor(first, ...others), value)
    const present = new Set([first, ...others].filter((key) => this.present(key)))
    for (const key of present.size > 0 ? present : [first]) this.set(key, undefined)
  }

  /** Takes a key out of the file. */
  remove(key: string): void {
    const lower = key.toLowerCase()
    if (this.page.values.has(lower))
      this.changes.set(lower, {key: this.page.spelling.get(lower) ?? key, value: undefined})
  }

  /** The name to write for an asset, which becomes a file of the bundle unless it is one already. */
  fileOf({_ref}: Reference): string | undefined {
    const {bundle = '', resources} = this.page.file
    const own = resources.find((name) => this.sources.assetId(`${bundle}/${name}`) === _ref)
    if (own !== undefined) return own
    const written = [...this.files].find(([, ref]) => ref === _ref)?.[0]
    if (written !== undefined) return written
    const wanted = this.sources.fileName(_ref)
    if (wanted === undefined) return undefined
    const name = this.freeName(wanted)
    this.files.set(name, _ref)
    return name
  }

  /** A name that no file of the bundle has: `notes.pdf`, else `notes-2.pdf`. */
  private freeName(wanted: string): string {
    const plain = wanted.normalize('NFC').replace(/[/\\:*?"<>|\p{Cc}]/gu, '-')
    const dot = plain.lastIndexOf('.') > 0 ? plain.lastIndexOf('.') : plain.length
    const taken = (name: string) => this.files.has(name) || this.page.file.resources.includes(name)
    let name = plain
    for (let number = 2; taken(name); number++) name = `${plain.slice(0, dot)}-${number}${plain.slice(dot)}`
    return name
  }

  /** Writes an image under the name by which the theme finds it: the old file's where the format is the same. */
  putImage(id: string, old: string | undefined, stem: string): void {
    const extension = (/-([a-z0-9]+)$/i.exec(id)?.[1] ?? 'jpg').toLowerCase()
    const same = old !== undefined && extensionOf(old).replace('jpeg', 'jpg') === extension
    this.files.set(same ? old : `${stem}.${extension}`, id)
    if (old !== undefined && !same) this.dropped.add(old)
  }

  notice(kind: NoticeKind, key: string, message: string, value?: string): void {
    const {file, parts} = this.page
    this.notices.push({
      kind,
      path: file.path,
      line: createKeyLines(parts)(key),
      field: key,
      message,
      ...(value !== undefined && {value}),
    })
  }

  markdown(): MarkdownContext {
    const {file, parts} = this.page
    const resolveFile = (name: string): Reference | undefined => {
      const fresh = this.files.get(name)
      if (fresh !== undefined) return {_type: 'reference', _ref: fresh}
      const path = bundleFile(file, name)
      if (path !== undefined) return {_type: 'reference', _ref: this.sources.assetId(path) ?? `lectern-file:${path}`}
      const [shared] = sitePictures(name).flatMap((candidate) => this.sources.assetId(candidate) ?? [])
      return shared === undefined ? undefined : {_type: 'reference', _ref: shared}
    }
    return {path: file.path, line: parts.bodyLine, dialect: this.dialect, resolveFile}
  }
}

/** Templates keep a line for every key: an emptied text or list keeps its line and comment. */
function emptied(old: FrontMatterValue | undefined): FrontMatterValue | undefined {
  if (typeof old === 'string') return ''
  return Array.isArray(old) ? [] : old === null ? null : undefined
}
