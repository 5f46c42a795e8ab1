import type {LakeDocument} from '../document.ts'
import {releasesPrefix} from '../documentIds.ts'

/** Which scheduled releases are to be published now, and when the next one is. */
export interface DueReleases {
  /** Ids of releases, the earliest first. */
  due: string[]
  next: Date | undefined
}

/** Reads the schedule off the releases' documents: it survives a restart because it is nowhere else. */
export function dueReleases(releases: Iterable<LakeDocument>, now: Date): DueReleases {
  const scheduled: {id: string; at: number}[] = []
  for (const {_id: id, state, publishAt} of releases) {
    if (!id.startsWith(releasesPrefix) || state !== 'scheduled' || typeof publishAt !== 'string') continue
    const at = Date.parse(publishAt)
    if (!Number.isNaN(at)) scheduled.push({id: id.slice(releasesPrefix.length), at})
  }
  scheduled.sort((a, b) => a.at - b.at)
  const later = scheduled.find(({at}) => at > now.getTime())
  return {
    due: scheduled.filter(({at}) => at <= now.getTime()).map(({id}) => id),
    next: later && new Date(later.at),
  }
}
