import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import type {PageFile} from '../bundle/findPages.ts'
import {readText} from '../bundle/readText.ts'
import type {StoredDocument} from '../plan/plan.ts'
import {checkFree} from './checkFree.ts'
import type {ExportRun} from './exportRun.ts'
import {type PlannedFiles, moveFiles, saveFiles} from './pageFiles.ts'
import {rememberPage} from './rememberPage.ts'
import {replaceFile} from './replaceFile.ts'
import {WriteError} from './writeError.ts'

/** A page as it should be on disk. */
export interface PlannedPage {
  from: PageFile
  to: PageFile
  text: string
  changed: string[]
  /** Fields that the export itself changes. */
  given: string[]
  files: PlannedFiles
  /** Plans the files anew, from what the disk has then. */
  planFilesAgain(): Promise<PlannedFiles>
}

/** What a page was planned from. */
export interface PageOnDisk {
  /** Where its file stands, or a new one goes. */
  place: string
  /** Its text, if it is there. */
  text?: string | undefined
  /** The page goes elsewhere. */
  moves: boolean
  /** The text is not what the lake had last. */
  isChanged: boolean
}

/**
 * Writes a planned page and its files. What cannot be written leaves the page where and as it was; what the lake cannot be told
 * of stays where the lake has it.
 * @throws WriteError when somebody else, another export perhaps, wrote to the page or its files since it was planned.
 */
export async function savePage(
  document: StoredDocument,
  planned: PlannedPage,
  before: PageOnDisk,
  run: ExportRun,
): Promise<void> {
  const {from, to, text, files, given} = planned
  const {folder} = run.site
  const content = await saveFiles(files, run)
  // Fetching pictures takes a while.
  const filesNow = await planned.planFilesAgain()
  refuseStale(planned, filesNow, before, folder)
  checkFree(document, to, from, text, run)
  content.remove()
  if (before.moves) moveFiles(from, to, run)
  try {
    content.write()
    // Pictures take a while, too.
    replaceFile(join(folder, to.path), text, () => refuseChanged(to.path, before, folder))
    await rememberPage({document, text, file: to, changedOnDisk: before.isChanged, given, run})
  } catch (error) {
    if (before.moves) moveFiles(to, from, run)
    throw error
  }
}

function refuseStale({files}: PlannedPage, filesNow: PlannedFiles, before: PageOnDisk, folder: string): void {
  refuseChanged(before.place, before, folder)
  if (!isDeepStrictEqual(filesNow, files)) throw stale(before)
}

function refuseChanged(path: string, before: PageOnDisk, folder: string): void {
  if (readIfThere(folder, path) !== before.text) throw stale(before)
}

function stale({place}: PageOnDisk): WriteError {
  return new WriteError(`${place} or a file beside it changed while it was exported: export it again`)
}

/** The text of a page, if there is one. */
export function readIfThere(folder: string, path: string): string | undefined {
  return existsSync(join(folder, path)) ? readText(folder, path) : undefined
}
