import type {DocumentChange} from '../../dataset.ts'
import type {LakeDocument} from '../../document.ts'
import {encodeMendoza} from '../../mutations/encodeMendoza.ts'
import type {PlainChange} from '../../mutations/transaction/createChangedDocuments.ts'
import {withoutRev} from '../../mutations/withoutRev.ts'

/** A change with its Mendoza effects, which are made when they are asked for: those of a creation are not stored, and so for listeners alone. */
export function withEffects(change: PlainChange): DocumentChange {
  let effects: DocumentChange['effects'] | undefined
  return {
    ...change,
    get effects() {
      return (effects ??= effectsBetween(change.previous, change.next))
    },
  }
}

function effectsBetween(before: LakeDocument | undefined, after: LakeDocument | undefined): DocumentChange['effects'] {
  const previous = before === undefined ? null : withoutRev(before)
  const next = after === undefined ? null : withoutRev(after)
  return {apply: encodeMendoza(previous, next), revert: encodeMendoza(next, previous)}
}
