import type {LakeDocument} from '../../document.ts'
import {publishedIdOf} from '../../documentIds.ts'
import type {DocumentSource} from '../documentSource.ts'
import type {DatasetView} from './datasetView.ts'
import {storedNarrowing} from './storedNarrowing.ts'
import {shownView, viewOf} from './versionView.ts'

const layers = ['']

/** A view of the published documents alone. Unlike views with more layers, it has columns and can count without reading. */
export function publishedView(source: DocumentSource): DatasetView {
  return {
    get(id) {
      const document = source.get(publishedIdOf(id))
      return document && shownView(document)
    },
    candidates: (narrowing, attributes) => published(source.candidates(storedNarrowing(narrowing, layers), attributes)),
    ordered(narrowing, key, attributes) {
      const documents = source.ordered?.(storedNarrowing(narrowing, layers), key, attributes)
      return documents && published(documents)
    },
    rows(type, known) {
      const rows = source.rows?.(type, known)
      return (
        rows && {
          ...rows,
          isHidden: (id) => rows.isHidden(id) || publishedIdOf(id) !== id,
          read: (wanted, attributes) => published(rows.read(wanted, attributes)),
        }
      )
    },
    counted: ({_id}) => source.counted?.(_id),
    leavesFew: (narrowing) => source.leavesFew?.(storedNarrowing(narrowing, layers)) ?? true,
    count: (narrowing) => source.count?.(narrowing, 'published'),
  }
}

function* published(documents: Iterable<LakeDocument>): Iterable<LakeDocument> {
  for (const document of documents) {
    if (publishedIdOf(document._id) === document._id) yield viewOf(document, document._id)
  }
}
