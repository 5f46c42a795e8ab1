/** A place in a dataset's stream of events: after the first `seen` events of transaction `sequence`. */
export interface EventPosition {
  sequence: number
  seen: number
}

/** `<epoch>-<sequence>:<seen>`. The epoch is made with the dataset, so that ids of a wiped dataset are not taken for ours. */
export function formatEventId(epoch: string, {sequence, seen}: EventPosition): string {
  return `${epoch}-${sequence}:${seen}`
}

/** The position that a `Last-Event-ID` names, or undefined for one that is not of this dataset. */
export function parseEventId(epoch: string, id: string | null): EventPosition | undefined {
  const [, idEpoch, sequence, seen] = /^(\w+)-(\d+):(\d+)$/.exec(id ?? '') ?? []
  if (idEpoch !== epoch || sequence === undefined || seen === undefined) return undefined
  return {sequence: Number(sequence), seen: Number(seen)}
}
