import type {PageFile} from '../bundle/findPages.ts'
import type {Refusal} from '../bundle/refusal.ts'
import {type Page, readPage} from '../documents/page.ts'
import type {SiteView} from '../documents/site.ts'
import {toDocumentInSteps, type Converted} from '../documents/toDocument.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {showValue} from '../frontMatter/frontMatterValue.ts'
import {inStep, type Steps, toEnd} from '../inStep.ts'
import type {Notice} from '../notices.ts'

/** A page's file and what it says. */
export interface PageText {
  file: PageFile
  text: string
}

/** What became of a page: plain data, so that it can cross threads. */
export type PageResult =
  | {state: 'converted'; converted: Converted}
  | {state: 'skipped'; notice: Notice}
  | {state: 'refused'; refusal: Refusal}

/** Reads and converts a page, unless it says that it is something else, or cannot be read. */
export function convertPage(page: PageText, view: SiteView): PageResult {
  return toEnd(convertInSteps(page, view))
}

/** The same with several pages. */
export function convertPages(pages: readonly PageText[], view: SiteView): PageResult[] {
  return inStep(pages.map((page) => convertInSteps(page, view)))
}

function* convertInSteps({file, text}: PageText, view: SiteView): Steps<PageResult> {
  try {
    const page = readPage(file, text)
    if (!isTalkPage(page)) return {state: 'skipped', notice: ofOtherType(page, 'not a talk')}
    if (isBuilt(page)) return {state: 'skipped', notice: ofOtherType(page, 'a page that is built of blocks')}
    yield
    return {state: 'converted', converted: yield* toDocumentInSteps(page, view)}
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw new Error(`${file.path} cannot be converted`, {cause: error})
    return {state: 'refused', refusal: {path: file.path, line: error.line, message: error.message}}
  }
}

function isTalkPage({file, values}: Page): boolean {
  const type = values.get('type')
  return (
    file.type !== 'talk' || typeof type !== 'string' || ['', 'event', 'events', 'talk'].includes(type.toLowerCase())
  )
}

/** A list of projects, for instance: the theme builds it of sections, and shows no project there. A person stays one, whatever the page's type. */
function isBuilt({file, values}: Page): boolean {
  const type = values.get('type')
  return file.type !== 'author' && typeof type === 'string' && /^(widget_page|landing)$/i.test(type)
}

function ofOtherType({file, values}: Page, what: string): Notice {
  const message = `Its type is "${showValue(values.get('type'))}": ${what}.`
  return {kind: 'skippedFile', path: file.path, field: 'type', message}
}
