import type {PatchOperations} from './mutation.ts'

/** In the order in which the mutator applies them; `insert` follows. */
const kinds = ['setIfMissing', 'set', 'unset', 'diffMatchPatch', 'inc', 'dec'] as const

/** A patch as several that do the same one after the other, each with so many paths at most. */
export function patchParts(patch: PatchOperations, most: number): PatchOperations[] {
  const {insert} = patch
  const parts = kinds.flatMap((kind) => partsOf(patch, kind, most))
  const whole = kinds.reduce((sum, kind) => sum + Object.keys(patch[kind] ?? {}).length, insert === undefined ? 0 : 1)
  return whole <= most ? [patch] : [...parts, ...(insert === undefined ? [] : [{insert}])]
}

function partsOf(patch: PatchOperations, kind: (typeof kinds)[number], most: number): PatchOperations[] {
  if (kind === 'unset') return slices(patch.unset ?? [], most).map((unset) => ({unset}))
  return slices(Object.entries(patch[kind] ?? {}), most).map((entries) => ({[kind]: Object.fromEntries(entries)}))
}

function slices<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most)
  return Array.from({length: count}, (_, index) => items.slice(index * most, (index + 1) * most))
}
