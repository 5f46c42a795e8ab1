import type {LakeDocument} from '../../document.ts'
import {isPublishedId, isVersionId} from '../../documentIds.ts'
import type {CountScope, DocumentRows, DocumentSource, Narrowing, SortKey} from '../documentSource.ts'
import type {Perspective} from '../perspective.ts'
import type {CountedText} from '../text/textQuery.ts'
import {layeredView} from './layeredView.ts'
import {publishedView} from './publishedView.ts'

/** A dataset as one query sees it. Documents are made when they are asked for; nothing is copied beforehand. */
export interface DatasetView {
  /** What a reference to this id leads to. */
  get(id: string): LakeDocument | undefined
  /** A superset of the documents that satisfy the narrowing, in `_id` order; with only these `attributes`, if the source likes. */
  candidates(narrowing: Narrowing, attributes?: readonly string[]): Iterable<LakeDocument>
  /** The same in the order of a sort key, or undefined when the source cannot. */
  ordered(narrowing: Narrowing, key: SortKey, attributes?: readonly string[]): Iterable<LakeDocument> | undefined
  /** All documents of a type, or of all types, as columns, all or those known; undefined when the source or the view cannot. */
  rows(type?: string, known?: 'known'): DocumentRows | undefined
  /** `DocumentSource.counted` of a document of the view. */
  counted(document: LakeDocument): CountedText | undefined
  /** Whether an index leaves so few documents of the narrowing that reading them is quicker than looking through all. */
  leavesFew(narrowing: Narrowing): boolean
  /** The exact number of documents that satisfy the narrowing, or undefined when only reading them can tell. */
  count(narrowing: Narrowing): number | undefined
}

/** Who looks: anonymous requests see no document with a dot in its id (https://www.sanity.io/docs/ids). */
export function datasetView(source: DocumentSource, perspective: Perspective, anonymous: boolean): DatasetView {
  const visible = anonymous ? without(source, notPublic) : source
  if (perspective.kind === 'layers') {
    const {layers} = perspective
    return layers.length === 1 ? publishedView(visible) : layeredView(visible, layers)
  }
  return rawView(perspective.withoutVersions === true && !anonymous ? without(visible, versions) : visible)
}

function rawView(source: DocumentSource): DatasetView {
  return {
    get: (id) => source.get(id),
    candidates: (narrowing, attributes) => source.candidates(narrowing, attributes),
    ordered: (narrowing, key, attributes) => source.ordered?.(narrowing, key, attributes),
    rows: (type, known) => source.rows?.(type, known),
    counted: ({_id}) => source.counted?.(_id),
    leavesFew: (narrowing) => source.leavesFew?.(narrowing) ?? true,
    count: (narrowing) => source.count?.(narrowing, 'all'),
  }
}

/** Documents that are not seen, and the scope of all others. */
interface Unseen {
  isUnseen(id: string): boolean
  others: CountScope
}

const notPublic: Unseen = {isUnseen: (id) => !isPublishedId(id), others: 'public'}
const versions: Unseen = {isUnseen: isVersionId, others: 'unversioned'}

function without(source: DocumentSource, {isUnseen, others}: Unseen): DocumentSource {
  function* seen(documents: Iterable<LakeDocument>): Iterable<LakeDocument> {
    for (const document of documents) if (!isUnseen(document._id)) yield document
  }
  return {
    revision: source.revision,
    get: (id) => (isUnseen(id) ? undefined : source.get(id)),
    has: (id) => !isUnseen(id) && (source.has?.(id) ?? source.get(id) !== undefined),
    candidates: (narrowing, attributes) => seen(source.candidates(narrowing, attributes)),
    ordered(narrowing, key, attributes) {
      const documents = source.ordered?.(narrowing, key, attributes)
      return documents && seen(documents)
    },
    counted: (id) => source.counted?.(id),
    rows(type, known) {
      const rows = source.rows?.(type, known)
      return rows && {...rows, isHidden: isUnseen}
    },
    leavesFew: (narrowing) => source.leavesFew?.(narrowing) ?? true,
    count: (narrowing) => source.count?.(narrowing, others),
  }
}
