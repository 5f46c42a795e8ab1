import type {AssetStore} from '../assets/assetStore.ts'
import type {PageFile} from '../bundle/findPages.ts'
import type {Site} from '../bundle/readSite.ts'
import type {Refusal} from '../bundle/refusal.ts'
import type {FileState} from '../client/findDeleted.ts'
import type {SyncRecord} from '../client/syncRecord.ts'
import type {SiteView} from '../documents/site.ts'
import type {Dialect} from '../markdown/types.ts'
import type {Notice} from '../notices.ts'
import type {Conflict} from '../plan/plan.ts'
import type {ExportOptions} from './exportOptions.ts'
import type {DocumentHead} from './readHeads.ts'

/** One file that is written, moved or removed. */
export interface ExportStep {
  /** `gone`: its document was deleted; `foreign`: the lake never had it, or refused it. Both stay. */
  action: 'create' | 'update' | 'move' | 'conflict' | 'gone' | 'foreign' | 'delete'
  path: string
  from?: string
  /** Of a page that was deleted in the Studio: whether its file is as it was. */
  file?: FileState
  /** Document fields that were edited. */
  changed: string[]
  /** Files written beside the page, or removed with it: images and downloads. */
  files: string[]
  before: string
  after: string
}

export interface ExportReport {
  folder: string
  documents: number
  unchanged: number
  steps: ExportStep[]
  conflicts: Conflict[]
  notices: Notice[]
  refusals: Refusal[]
}

/** What the parts of one export share. */
export interface ExportRun {
  options: ExportOptions
  site: Site
  view: SiteView
  /** Media files of the site, and those that the export has restored or moved. */
  media: Set<string>
  /** Documents by id without `drafts.`, in the order in which they are written. */
  documents: ReadonlyMap<string, DocumentHead>
  /** Those of them that have aliases. */
  aliased: readonly DocumentHead[]
  /** Ids of all stored versions, drafts too. */
  versions: ReadonlySet<string>
  /** Dialect of new pages. */
  dialect: Dialect
  /** Pages by path: on disk, or where their documents say. */
  pages: ReadonlyMap<string, PageFile>
  /** Folders of bundles that have been moved, to where they are now. */
  moved: Map<string, string>
  /** Pages, each by its path before the export, by the addresses that they will have; nothing when none gets another one. */
  addresses: Map<string, Set<string>>
  /** Names of the pages that this export has given another one, by id: others refer to them by it. */
  renamed: Map<string, string>
  /** Names of the pages that this export has made, by id. */
  made: Map<string, string>
  /** Paths of the pages that the export of a new site has not written yet, or an earlier one did not: nobody deleted them. */
  unwritten: ReadonlySet<string>
  /** Which files the lake has had before. */
  synced: SyncRecord
  /** Pages that were written, each with `hashSource` of what the lake knows of its file now; nothing when that is not all of it. */
  remembered: Map<string, string | undefined>
  /** Ids of the record's notes of these pages. */
  notes: string[]
  /** Paths that belong to a page: nobody else may write there. */
  taken: Map<string, string>
  assets: AssetStore
  report: ExportReport
}
