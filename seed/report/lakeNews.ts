/** What a watch tells of its connection: a client that lost it tries again every few seconds, and says so each time. */
export interface LakeNews {
  lost(): void
  heard(): void
}

/** Tells once that the lake is away, and once that it is back. */
export function createLakeNews(print: (line: string) => void): LakeNews {
  let isAway = false
  return {
    lost() {
      if (!isAway) print('The lake is away: what changes meanwhile is made up for when it is back.')
      isAway = true
    },
    heard() {
      if (isAway) print('The lake is back.')
      isAway = false
    },
  }
}
