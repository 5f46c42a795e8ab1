import {type Refusal, formatRefusal} from '../bundle/refusal.ts'
import {MANY} from './listNotices.ts'

/**
 * Refusals as lines for a terminal, in the order in which each reason was first given. Of those for one reason the first are
 * listed: a full disk, or one file in the wrong place, refuses every page of a site.
 */
export function listRefusals(refusals: readonly Refusal[]): string[] {
  return [...Map.groupBy(refusals, ({message}) => message).values()].flatMap((group) => {
    const left = group.length - MANY
    const more = left > 0 ? [`  … and ${left} more for the same reason (--report lists them)`] : []
    return [...group.slice(0, MANY).map(formatRefusal), ...more]
  })
}
