import {type Notice, formatNotice, noticeKinds} from '../notices.ts'
import {countOf} from './countOf.ts'

/** So many notices that say the same are listed one by one. */
const FEW = 3

/** And so many of those that somebody should look at: more of them hide what else a run said. */
export const MANY = 20

/** Names that are listed of a group. */
const NAMES = 8

const NAME = /"[^"]*"/

/**
 * Notices as lines for a terminal, in the order in which each was first given. Those that ask for nothing and say the
 * same in more than a few places, or of more than a few names, are one line with their number: an old site says one
 * unknown key on every page, and names a hundred guests who have no page. Of warnings in the same words the first are
 * listed: a folder of another site has no file of any page.
 */
export function listNotices(notices: readonly Notice[]): string[] {
  const groups = Map.groupBy(notices, (notice) => {
    const {kind, message} = notice
    return [kind, asks(notice) ? message : withoutNames(message)].join('\n')
  })
  return [...groups.values()].flatMap(listGroup)
}

function listGroup(group: readonly Notice[]): string[] {
  const [first] = group
  if (first === undefined) return []
  const isWarning = asks(first)
  if (group.length <= (isWarning ? MANY : FEW)) return group.map(formatNotice)
  const shown = group.slice(0, isWarning ? MANY : 1).map(formatNotice)
  const pages = new Set(group.map(({path}) => path)).size
  const place = pages === 1 ? 'the same page' : `${pages} pages`
  const left = group.slice(shown.length)
  return [...shown, `  … and ${left.length} more ${alike(first, left)} (${place}; --report lists them)`]
}

/** In what those that are left are like the first: in all they say, or in all but a name. */
function alike(first: Notice, left: readonly Notice[]): string {
  const isSame = ({message}: Notice) => message === first.message
  if (left.every(isSame)) return 'that say the same'
  const names = [...new Set(left.flatMap((notice) => (isSame(notice) ? [] : (NAME.exec(notice.message) ?? []))))]
  const others = names.length - NAMES
  return `of ${names.slice(0, NAMES).join(', ')}${others > 0 ? ` and ${countOf(others, 'other name')}` : ''}`
}

function asks({kind}: Notice): boolean {
  return noticeKinds[kind].severity === 'warning'
}

function withoutNames(message: string): string {
  return message.replaceAll(new RegExp(NAME, 'g'), '""')
}
