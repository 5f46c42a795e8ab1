import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {PageFile} from '../bundle/findPages.ts'
import {findSites} from '../bundle/findSites.ts'
import {readSite} from '../bundle/readSite.ts'
import {readText} from '../bundle/readText.ts'
import {codecs} from '../documents/codecs.ts'
import {fieldNames, fieldOf, seal} from '../documents/fingerprint.ts'
import {fromDocument} from '../documents/fromDocument.ts'
import {readPage} from '../documents/page.ts'
import {createSiteView, type SiteView} from '../documents/site.ts'
import {toDocument} from '../documents/toDocument.ts'
import type {AnyDocument} from '../documents/types.ts'
import {corpusFolder} from '../markdown/testing/corpusBodies.ts'
import {hashContent} from '../values/hashContent.ts'
import {editedFields, fieldEdits, oneLineFields} from './testing/fieldEdits.ts'
import {foreignLines} from './testing/foreignLines.ts'

const corpus = corpusFolder()

/** Every page with LECTERN_ALL, else every eighth. */
const STEP = process.env['LECTERN_ALL'] === undefined ? 8 : 1

const names: Record<string, string> = {
  'author-new-person': 'new-person',
  'project-new-project': 'new-project',
  'slideDeck-new-deck': 'new-deck',
}
const sources = {
  nameOf: (id: string) => names[id],
  fileName: () => undefined,
  assetId: (path: string) => `lectern-file:${path}`,
}

/** The document after an edit of one field; nothing where the field has no place in the file. */
function edit(stored: AnyDocument, field: string): AnyDocument | undefined {
  const isTime = /^(start|end|timeZone)$/.test(field)
  if (field === 'timeZone' && fieldOf(stored, 'start') === undefined) return undefined
  // All-day talks are days: an hour of the day has no place in the file.
  if (isTime && fieldOf(stored, 'allDay') === true) return undefined
  const lacksZone = isTime && fieldOf(stored, 'timeZone') === undefined
  return {...stored, ...(lacksZone && {timeZone: 'UTC'}), [field]: fieldEdits[field]?.(fieldOf(stored, field))}
}

/** Keys of the front matter that an edit of a field may change, in lower case. */
function keysOf(type: keyof typeof codecs, field: string): Set<string> {
  const codec = codecs[type].fields.find(({fields}) => fields.some((name) => name === field))
  return new Set([...(codec?.keys ?? []), ...(field === 'publishDate' ? ['date'] : [])])
}

/** Edits every field of a page by itself. Counts the edits, and lists those that changed more, or gave another document. */
function editPage(folder: string, file: PageFile, site: SiteView): {edits: number; wrong: unknown[]} {
  const page = readPage(file, readText(folder, file.path))
  const {document, draft, assets} = toDocument(page, site)
  const sealed = seal(document, {converter: '', source: '', files: '', draft, assets: {}})
  const stored: AnyDocument = JSON.parse(JSON.stringify(sealed))
  const ids = new Map(assets.map(({_ref}) => [_ref, _ref]))
  const wrong: unknown[] = []
  let edits = 0
  for (const field of editedFields[file.type]) {
    const edited = edit(stored, field)
    if (edited === undefined) continue
    const {text} = fromDocument({document: edited, draft, page, site, sources, assets: ids})
    const again = readPage(file, text)
    const reread = toDocument(again, site).document
    const differs = fieldNames(edited, reread).filter(
      (name) => hashContent(fieldOf(edited, name)) !== hashContent(fieldOf(reread, name)),
    )
    const was = fieldOf(stored, field)
    const isOneLine = oneLineFields.has(field) && !(typeof was === 'string' && was.length > 60)
    const foreign = foreignLines(page.parts, again.parts, keysOf(file.type, field), isOneLine ? 2 : Infinity)
    if (differs.length > 0 || again.parts.body !== page.parts.body || foreign.length > 0)
      wrong.push({path: file.path, field, differs, foreign})
    edits++
  }
  return {edits, wrong}
}

test.skipIf(corpus === undefined)(
  'one edited field: only its lines differ, the file gives the edited document, and the body stays',
  () => {
    const results = findSites(join(corpus ?? '', 'sites')).flatMap((folder) => {
      const {pages, config, files} = readSite(folder, 'UTC')
      const site = createSiteView(pages, config, {files})
      return pages.filter((_, index) => index % STEP === 0).map((file) => editPage(folder, file, site))
    })
    const edits = results.reduce((total, page) => total + page.edits, 0)
    expect([results.flatMap(({wrong}) => wrong), edits > 7000 / STEP]).toEqual([[], true])
  },
  240_000,
)
