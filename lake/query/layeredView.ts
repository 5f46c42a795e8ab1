import type {LakeDocument} from '../document.ts'
import {isObject} from '../isObject.ts'
import {compareValues} from './compareValues.ts'
import type {DatasetView} from './datasetView.ts'
import type {DocumentSource, Narrowing, SortKey} from './documentSource.ts'
import {publishedId} from './publishedId.ts'
import {valueAt} from './valueAt.ts'

type Compare = (left: LakeDocument, right: LakeDocument) => number

const byId: Compare = (left, right) => (left._id < right._id ? -1 : Number(left._id > right._id))

/**
 * A view in which each document is the first version that exists in the order of `layers`, under its published id and with `_originalId`.
 * A document whose version says `_system.delete` is gone: it will be unpublished with its release.
 */
export function layeredView(source: DocumentSource, layers: readonly string[]): DatasetView {
  const overlays = layers.filter((layer) => layer !== '')
  const exists = existence(source)

  function get(id: string): LakeDocument | undefined {
    const base = publishedId(id)
    for (const layer of layers) {
      const document = source.get(layer + base)
      if (document) return shown(document)
    }
    return undefined
  }

  function isHidden(base: string, layer: string): boolean {
    return overlays.slice(0, layer === '' ? undefined : overlays.indexOf(layer)).some((above) => exists(above, base))
  }

  function* published(documents: Iterable<LakeDocument>): Iterable<LakeDocument> {
    for (const document of documents) {
      if (publishedId(document._id) === document._id && !isHidden(document._id, ''))
        yield viewOf(document, document._id)
    }
  }

  function overlaid(narrowing: Narrowing, compare: Compare, attributes?: readonly string[]): LakeDocument[] {
    const found: LakeDocument[] = []
    const read = attributes && [...attributes, '_system']
    for (const layer of overlays) {
      const inLayer: Narrowing = {kind: 'and', of: [{kind: 'idPrefix', prefix: layer}, narrowing]}
      for (const document of source.candidates(inLayer, read)) {
        if (!document._id.startsWith(layer)) continue
        const view = isHidden(document._id.slice(layer.length), layer) ? undefined : shown(document)
        if (view) found.push(view)
      }
    }
    return found.sort(compare)
  }

  return {
    get,
    candidates(narrowing, attributes) {
      const stored = storedNarrowing(narrowing, layers)
      const documents = published(source.candidates(stored, attributes))
      return overlays.length === 0 ? documents : merge(overlaid(stored, byId, attributes), documents, byId)
    },
    ordered(narrowing, key, attributes) {
      const stored = storedNarrowing(narrowing, layers)
      const read = attributes && [...attributes, key.path.split('.')[0] ?? '']
      const documents = source.ordered?.(stored, key, read)
      if (!documents) return undefined
      const compare = byKey(key)
      return overlays.length === 0
        ? published(documents)
        : merge(overlaid(stored, compare, read), published(documents), compare)
    },
    rows(type, known) {
      const rows = overlays.length === 0 ? source.rows?.(type, known) : undefined
      return (
        rows && {
          ...rows,
          isHidden: (id) => rows.isHidden(id) || publishedId(id) !== id,
          read: (wanted, attributes) => published(rows.read(wanted, attributes)),
        }
      )
    },
    counted: ({_id, _originalId: stored}) => source.counted?.(typeof stored === 'string' ? stored : _id),
    leavesFew: (narrowing) => source.leavesFew?.(storedNarrowing(narrowing, layers)) ?? true,
    count: (narrowing) => (overlays.length === 0 ? source.count?.(narrowing, 'published') : undefined),
  }
}

const views = new WeakMap<LakeDocument, LakeDocument>()

function viewOf(document: LakeDocument, base: string): LakeDocument {
  const known = views.get(document)
  if (known) return known
  const view = {...document, _id: base, _originalId: document._id}
  views.set(document, view)
  return view
}

function shown(document: LakeDocument): LakeDocument | undefined {
  const system = document['_system']
  const isDelete = isObject(system) && system['delete'] === true
  return isDelete ? undefined : viewOf(document, publishedId(document._id))
}

/** Without `has`, the ids of a layer are read once per view: overlays are few where published documents are many. */
function existence(source: DocumentSource): (layer: string, base: string) => boolean {
  if (source.has) return (layer, base) => source.has?.(layer + base) ?? false
  const idsOfLayers = new Map<string, Set<string>>()
  return (layer, base) => {
    let ids = idsOfLayers.get(layer)
    if (!ids) {
      ids = new Set(Array.from(source.candidates({kind: 'idPrefix', prefix: layer}), (document) => document._id))
      idsOfLayers.set(layer, ids)
    }
    return ids.has(layer + base)
  }
}

/** What the stored documents satisfy when their views satisfy `narrowing`: only ids differ between the two. */
function storedNarrowing(narrowing: Narrowing, layers: readonly string[]): Narrowing {
  switch (narrowing.kind) {
    case 'ids':
      return {kind: 'ids', ids: narrowing.ids.flatMap((id) => layers.map((layer) => layer + id))}
    case 'versionsOf':
      return {kind: 'ids', ids: layers.map((layer) => layer + narrowing.id)}
    case 'idPrefix':
      return {kind: 'or', of: layers.map((layer) => ({kind: 'idPrefix', prefix: layer + narrowing.prefix}))}
    case 'and':
    case 'or':
      return {kind: narrowing.kind, of: narrowing.of.map((part) => storedNarrowing(part, layers))}
    case 'equals':
    case 'range':
      return narrowing.path === '_id' ? {kind: 'all'} : narrowing
    default:
      return narrowing
  }
}

function byKey({path, direction}: SortKey): Compare {
  const sign = direction === 'asc' ? 1 : -1
  return (left, right) => sign * compareValues(valueAt(left, path), valueAt(right, path)) || byId(left, right)
}

function* merge(first: LakeDocument[], second: Iterable<LakeDocument>, compare: Compare): Iterable<LakeDocument> {
  let next = 0
  for (const document of second) {
    for (; next < first.length; next += 1) {
      const candidate = first[next]
      if (!candidate || compare(candidate, document) > 0) break
      yield candidate
    }
    yield document
  }
  yield* first.slice(next)
}
