import type {Narrowing} from '../documentSource.ts'

/**
 * What the stored documents satisfy when their views satisfy `narrowing`: only ids differ between the two.
 *
 * @param layers Prefixes of ids: see `Perspective`.
 */
export function storedNarrowing(narrowing: Narrowing, layers: readonly string[]): Narrowing {
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
