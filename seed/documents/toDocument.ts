import type {SeedType} from '../ids/seedTypes.ts'
import {type Steps, toEnd} from '../inStep.ts'
import {conflictLine} from '../markdown/conflictLine.ts'
import {parseInSteps} from '../markdown/parseBody.ts'
import type {Body} from '../markdown/types.ts'
import type {Notice} from '../notices.ts'
import type {AssetRequest} from './assets.ts'
import type {FieldCodec} from './codec.ts'
import {codecs} from './codecs.ts'
import {knownKeys} from './knownKeys.ts'
import {withoutCr} from './lineEnds.ts'
import {namedFiles} from './namedFiles.ts'
import type {Page} from './page.ts'
import {pageAddress} from './pageAddress.ts'
import {Reader, type Stub} from './reader.ts'
import type {SiteView} from './site.ts'
import type {AnyDocument, Hugo} from './types.ts'

/** A page as a document, with what has to exist beside it. Asset references are placeholders until they are uploaded. */
export interface Converted {
  document: AnyDocument
  /** `draft: true`: the document belongs to `drafts.`. */
  draft: boolean
  assets: AssetRequest[]
  stubs: Stub[]
  notices: Notice[]
}

/** Converts a page. Deterministic: the same page and site give the same document, down to every `_key`. */
export function toDocument(page: Page, site: SiteView): Converted {
  return toEnd(toDocumentInSteps(page, site))
}

/** The same in steps. */
export function* toDocumentInSteps(page: Page, site: SiteView): Steps<Converted> {
  const {type} = page.file
  const reader = new Reader(page, site)
  for (const {key, line} of page.duplicates) {
    const message = `"${key}" is written twice; the last value counts, and current Hugo refuses the page.`
    reader.notices.push({kind: 'duplicateKey', path: page.file.path, line, field: key, message})
  }
  if (type === 'talk' && page.parts.prefix === '' && page.parts.header === '') {
    const message =
      'The page has no front matter, so no title and no date: they belong between two lines of "---" at its top.'
    reader.notices.push({kind: 'noFrontMatter', path: page.file.path, line: 1, message})
  }
  const fields: Record<string, unknown> = {_id: site.idOf(page.file), _type: type}
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the registry pairs a type with its codecs
  const list = codecs[type].fields as unknown as ReadonlyArray<FieldCodec<AnyDocument>>
  for (const codec of list) Object.assign(fields, codec.read(reader))
  yield
  Object.assign(fields, yield* readBody(page, reader))
  fields['hugo'] = describeSource(reader)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- assembled by the codecs of this type
  const document = fields as unknown as AnyDocument
  const {assets, stubs, notices} = reader
  return {document, draft: reader.flag('draft') === true, assets, stubs, notices}
}

function* readBody(page: Page, reader: Reader): Steps<{body?: Body; markdown?: string}> {
  const {body, bodyLine} = page.parts
  const conflict = conflictLine(body)
  if (conflict !== undefined) {
    const message =
      'Git left a conflict here, which readers would see: keep one of the two sides and delete the three marks. Both were kept.'
    const line = bodyLine + conflict
    reader.notices.push({kind: 'mergeConflict', path: page.file.path, line, field: 'body', message})
  }
  if (codecs[page.file.type].body === 'text') return body === '' ? {} : {markdown: withoutCr(body)}
  if (body.trim() === '') return {}
  const {blocks, notices} = yield* parseInSteps(body, reader.markdown(bodyLine))
  reader.notices.push(...notices)
  return blocks.length > 0 ? {body: blocks} : {}
}

/** The front matter keys that become fields. */
const readKeys: Record<SeedType, ReadonlySet<string>> = {
  talk: keysOf(codecs.talk.fields),
  author: keysOf(codecs.author.fields),
  project: keysOf(codecs.project.fields),
  slideDeck: keysOf(codecs.slideDeck.fields),
}

function keysOf(fields: ReadonlyArray<{readonly keys: readonly string[]}>): ReadonlySet<string> {
  return new Set([...fields.flatMap(({keys}) => keys), 'draft'])
}

/** Keys that no field holds: kept for whoever needs them, noticed when neither Hugo nor a template knows them. */
function readUnknown(page: Page, reader: Reader): Record<string, unknown> {
  const read = readKeys[page.file.type]
  const unknown: Record<string, unknown> = {}
  for (const [key, value] of page.values) {
    if (read.has(key)) continue
    unknown[page.spelling.get(key) ?? key] = value
    if (knownKeys.has(key) || reader.site.readsKey(key)) continue
    reader.notice('unknownKey', key, `No template of the theme or of the site reads "${key}"; it was kept.`)
  }
  return unknown
}

function describeSource(reader: Reader): Hugo {
  const {file, parts, dialect, text} = reader.page
  const {language} = file
  const address = pageAddress(reader.page, reader.site.config)
  const files = namedFiles(reader, address)
  const unknown = readUnknown(reader.page, reader)
  return {
    _type: 'hugoSource',
    path: file.path,
    dialect,
    format: parts.format,
    ...(language !== undefined && {language}),
    source: text,
    fingerprint: '',
    ...(address !== undefined && {address}),
    ...(files.length > 0 && {files}),
    ...(Object.keys(unknown).length > 0 && {unknown: JSON.stringify(unknown)}),
    ...(text.startsWith('\uFEFF') && {bom: true}),
  }
}
