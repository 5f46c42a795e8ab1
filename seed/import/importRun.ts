import type {AssetUploader} from '../assets/assetUpload.ts'
import type {Site} from '../bundle/readSite.ts'
import type {Refusal} from '../bundle/refusal.ts'
import type {Known, KnownDocument} from '../client/stored.ts'
import type {SyncRecord} from '../client/syncRecord.ts'
import type {PageConverter} from '../conversion/pageConverter.ts'
import type {SiteView} from '../documents/site.ts'
import type {Notice} from '../notices.ts'
import type {Conflict, PlanStep} from '../plan/plan.ts'
import type {Tally} from '../report/tally.ts'
import type {ImportOptions} from './importOptions.ts'
import type {SlugTwins} from './slugTwins.ts'

/** What the parts of one import share. */
export interface ImportRun {
  options: ImportOptions
  site: Site
  view: SiteView
  known: Known
  /** Which files the lake has had before. */
  synced: SyncRecord
  /** Pages that an export wrote of documents made in the Studio, which the lake does not know yet: their ids by path. */
  untold: ReadonlyMap<string, string>
  /** `hashSource` of the text that the lake has of a page now, by path: of the pages that this import has written. */
  lastSources: Map<string, string>
  /** Ids of the record's notes of these pages. */
  notes: string[]
  /** Pages that were read before their turn, by path: the authors, for their names. */
  texts: ReadonlyMap<string, string>
  /** Hashes of pages' texts that were made before their turn, by path. */
  hashes: ReadonlyMap<string, string>
  pageConverter: PageConverter
  /** The conversion, as the fingerprint names it. */
  converter: string
  uploader: AssetUploader
  /** Ids that exist or are about to: a stub is made once. */
  written: Set<string>
  /** Documents that exist only as drafts, by id. */
  drafts: Map<string, KnownDocument>
  slugs: SlugTwins
  tally: Tally
  report: {steps: PlanStep[]; conflicts: Conflict[]; notices: Notice[]; refusals: Refusal[]}
}
