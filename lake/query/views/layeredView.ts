import type {LakeDocument} from '../../document.ts'
import {publishedIdOf} from '../../documentIds.ts'
import {compareValues} from '../compareValues.ts'
import type {DocumentSource, Narrowing, SortKey} from '../documentSource.ts'
import {valueAt} from '../valueAt.ts'
import type {DatasetView} from './datasetView.ts'
import {type Compare, mergeInOrder} from './mergeInOrder.ts'
import {storedNarrowing} from './storedNarrowing.ts'
import {shownView, viewOf} from './versionView.ts'

const byId: Compare = (left, right) => (left._id < right._id ? -1 : Number(left._id > right._id))

/**
 * A view in which each document is the first version that exists in the order of `layers`, under its published id and with `_originalId`.
 * A document whose version says `_system.delete` is gone: it will be unpublished with its release.
 */
export function layeredView(source: DocumentSource, layers: readonly string[]): DatasetView {
  const overlays = layers.filter((layer) => layer !== '')
  const exists = existence(source)
  const isCovered = (id: string, above: readonly string[]): boolean => above.some((layer) => exists(layer, id))

  function* published(documents: Iterable<LakeDocument>): Iterable<LakeDocument> {
    for (const document of documents) {
      if (publishedIdOf(document._id) === document._id && !isCovered(document._id, overlays))
        yield viewOf(document, document._id)
    }
  }

  function overlaid(narrowing: Narrowing, compare: Compare, attributes?: readonly string[]): LakeDocument[] {
    const found: LakeDocument[] = []
    const read = attributes && [...attributes, '_system']
    for (const [place, layer] of overlays.entries()) {
      const above = overlays.slice(0, place)
      const inLayer: Narrowing = {kind: 'and', of: [{kind: 'idPrefix', prefix: layer}, narrowing]}
      for (const document of source.candidates(inLayer, read)) {
        if (!document._id.startsWith(layer)) continue
        const view = isCovered(document._id.slice(layer.length), above) ? undefined : shownView(document)
        if (view) found.push(view)
      }
    }
    return found.sort(compare)
  }

  return {
    get(id) {
      const base = publishedIdOf(id)
      for (const layer of layers) {
        const document = source.get(layer + base)
        if (document) return shownView(document)
      }
      return undefined
    },
    candidates(narrowing, attributes) {
      const stored = storedNarrowing(narrowing, layers)
      return mergeInOrder(overlaid(stored, byId, attributes), published(source.candidates(stored, attributes)), byId)
    },
    ordered(narrowing, key, attributes) {
      const stored = storedNarrowing(narrowing, layers)
      const read = attributes && [...attributes, key.path.split('.')[0] ?? '']
      const documents = source.ordered?.(stored, key, read)
      const compare = byKey(key)
      return documents && mergeInOrder(overlaid(stored, compare, read), published(documents), compare)
    },
    rows: () => undefined,
    counted: ({_id, _originalId: stored}) => source.counted?.(typeof stored === 'string' ? stored : _id),
    leavesFew: (narrowing) => source.leavesFew?.(storedNarrowing(narrowing, layers)) ?? true,
    count: () => undefined,
  }
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

function byKey({path, direction}: SortKey): Compare {
  const sign = direction === 'asc' ? 1 : -1
  return (left, right) => sign * compareValues(valueAt(left, path), valueAt(right, path)) || byId(left, right)
}
