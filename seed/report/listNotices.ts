import {type Notice, formatNotice, noticeKinds} from '../notices.ts'

/** So many notices that say the same are listed one by one. */
const FEW = 3

/**
 * Notices as lines for a terminal, in the order in which each was first given. Those that ask for nothing and say the
 * same in more than a few places, or of more than a few names, are one line with their number: an old site says one
 * unknown key on every page, and names a hundred guests who have no page.
 */
export function listNotices(notices: readonly Notice[]): string[] {
  const groups = new Map<string, Notice[]>()
  for (const notice of notices) {
    const {kind, message, path, line} = notice
    const asks = noticeKinds[kind].severity === 'warning'
    const key = asks ? [kind, message, path, line].join('\n') : [kind, withoutNames(message)].join('\n')
    const group = groups.get(key)
    if (group) group.push(notice)
    else groups.set(key, [notice])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined || group.length <= FEW) return group.map(formatNotice)
    const pages = new Set(group.map(({path}) => path)).size
    const place = pages === 1 ? 'the same page' : `${pages} pages`
    const alike = group.every(({message}) => message === first.message) ? 'that say the same' : 'of other names'
    return [formatNotice(first), `  … and ${group.length - 1} more ${alike} (${place}; --report lists them)`]
  })
}

function withoutNames(message: string): string {
  return message.replace(/"[^"]*"/g, '""')
}
