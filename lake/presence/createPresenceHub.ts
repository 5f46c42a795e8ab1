import type {JsonValue} from '../document.ts'

/** One person's connection as the hub sees it. */
export interface PresenceMember {
  userId: string
  send(event: JsonValue): void
}

export interface PresenceHub {
  join(member: PresenceMember): void
  /** Tells the others that the member's sessions are gone. */
  leave(member: PresenceMember): void
  rollCall(member: PresenceMember, session: string): void
  announce(member: PresenceMember, state: JsonValue, session: string | undefined): void
  disconnect(member: PresenceMember, session: string): void
}

/** Who is where in one dataset: every message goes to all members but its sender, whose own avatar would show otherwise. */
export function createPresenceHub(): PresenceHub {
  const sessions = new Map<PresenceMember, Set<string>>()
  const toOthers = (sender: PresenceMember, event: JsonValue): void => {
    for (const member of sessions.keys()) if (member !== sender) member.send(event)
  }
  const gone = (member: PresenceMember, session: string): void =>
    toOthers(member, {type: 'disconnect', i: member.userId, m: {session}})
  return {
    join: (member) => void sessions.set(member, new Set()),
    leave(member) {
      const known = sessions.get(member) ?? []
      sessions.delete(member)
      for (const session of known) gone(member, session)
    },
    rollCall: (member, session) => toOthers(member, {type: 'rollCall', i: member.userId, session}),
    announce(member, state, session) {
      if (session !== undefined) sessions.get(member)?.add(session)
      toOthers(member, {type: 'state', i: member.userId, m: state})
    },
    disconnect(member, session) {
      sessions.get(member)?.delete(session)
      gone(member, session)
    },
  }
}
