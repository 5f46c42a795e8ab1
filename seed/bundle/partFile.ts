const PART = /^\.lectern-\d+$/

/**
 * The name of a file in the making, beside the one whose place it takes: an export that is killed leaves it there. Hugo passes over
 * names with a dot in front.
 */
export function partName(number: number): string {
  return `.lectern-${number}`
}

/** Whether `partName` made the name. */
export function isPartName(name: string): boolean {
  return PART.test(name)
}
