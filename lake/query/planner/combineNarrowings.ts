import type {Narrowing} from '../documentSource.ts'

/**
 * Most conditions that an index is asked for at once, those within others counted: SQLite takes 500 in a union, and a chain of 1,000. The documents
 * that are found are asked the filter itself in any case, so that leaving conditions out costs time alone.
 */
const mostConditions = 200

const all: Narrowing = {kind: 'all'}

/** What all of some narrowings leave; of very many, the first. */
export function both(parts: readonly Narrowing[]): Narrowing {
  const useful = parts.flatMap((part) => (part.kind === 'all' ? [] : part.kind === 'and' ? part.of : [part]))
  const kept: Narrowing[] = []
  let room = mostConditions
  for (const part of useful) {
    const size = sizeOf(part)
    if (size > room) continue
    room -= size
    kept.push(part)
  }
  return one(kept) ?? {kind: 'and', of: kept}
}

/** What any of some narrowings leaves; of very many that cannot be asked for as one, nothing is said. */
export function either(parts: readonly Narrowing[]): Narrowing {
  if (parts.some((part) => part.kind === 'all')) return all
  const of = merged(parts.flatMap((part) => (part.kind === 'or' ? part.of : [part])))
  if (of.reduce((size, part) => size + sizeOf(part), 0) > mostConditions) return all
  return one(of) ?? {kind: 'or', of}
}

/** What needs no others around it. */
function one(parts: readonly Narrowing[]): Narrowing | undefined {
  return parts.length === 0 ? all : parts.length === 1 ? parts[0] : undefined
}

function sizeOf(narrowing: Narrowing): number {
  if (narrowing.kind !== 'and' && narrowing.kind !== 'or') return 1
  return narrowing.of.reduce((size, part) => size + sizeOf(part), 0)
}

/** Equalities of one attribute as one list, however many there are. */
function merged(parts: readonly Narrowing[]): Narrowing[] {
  const alike = Map.groupBy(parts, (part, index) => likenessOf(part) ?? String(index))
  return [...alike.values()].flatMap((group) => (group.length < 2 ? group : [union(group)]))
}

function likenessOf(part: Narrowing): string | undefined {
  if (part.kind === 'equals') return `equals ${part.path}`
  return part.kind === 'ids' || part.kind === 'types' || part.kind === 'references' ? part.kind : undefined
}

function union(group: readonly Narrowing[]): Narrowing {
  return group.reduce((a, b) => {
    if (a.kind === 'equals' && b.kind === 'equals') return {...a, values: [...a.values, ...b.values]}
    if (a.kind === 'types' && b.kind === 'types') return {...a, types: [...a.types, ...b.types]}
    if (a.kind === 'ids' && b.kind === 'ids') return {...a, ids: [...a.ids, ...b.ids]}
    if (a.kind === 'references' && b.kind === 'references') return {...a, ids: [...a.ids, ...b.ids]}
    return all
  })
}
