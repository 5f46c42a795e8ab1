import type {SyncDocument} from '../plan/plan.ts'
import {hashText} from '../values/hashText.ts'
import {SYNC_ID, type SyncRecord, syncHash, writeLine} from './syncRecord.ts'

/**
 * A note in the record of pages that a transaction writes, to be replaced or made in the same transaction: so the record knows
 * of them also when the run does not come to its end. `recordSynced` puts it with the rest, then or in the next run.
 * @param pages Paths, each with `hashSource` of the text that the lake is about to have of it; `undefined` where that is not all of the file.
 * @returns Nothing where the record says all of it already.
 */
export function noteSynced(
  pages: Iterable<readonly [path: string, source: string | undefined]>,
  {texts}: SyncRecord,
): SyncDocument | undefined {
  const lines = [...pages].flatMap(([path, source]) => {
    const known = texts.get(path)
    const text = source === undefined ? (known ?? '') : syncHash(source)
    return known === text ? [] : [writeLine([path, text])]
  })
  if (lines.length === 0) return undefined
  const paths = lines.join('\n')
  return {_id: `${SYNC_ID}.note-${hashText(paths)}`, _type: 'lecternSync', paths}
}
