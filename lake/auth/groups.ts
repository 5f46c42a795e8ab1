import {createHash} from 'node:crypto'
import type {Identity} from '../dataset.ts'
import type {LakeDocument} from '../document.ts'
import {type Role, roles, type User} from './user.ts'

/** The type of the documents in which the Content Lake tells who may do what. */
export const groupType = 'system.group'

/** What a role may do with the documents that a filter names; the Studio evaluates it in the browser. */
export interface Grant {
  /** GROQ. */
  filter: string
  permissions: string[]
}

const reader = ['read', 'history']
const writer = ['read', 'update', 'create', 'history', 'editHistory']
const permissions: Record<Identity['role'], string[]> = {
  anonymous: ['read'],
  viewer: reader,
  editor: writer,
  administrator: writer,
}

/** A role's grants: the same for every document. */
export function grantsOfRole(role: Identity['role']): Grant[] {
  return [{filter: '_id in path("**")', permissions: permissions[role]}]
}

/**
 * One document `_.groups.<role>` per role, with its members: the hosted service keeps them in each dataset, and the
 * Studio asks them whom an editor may mention or give a task to. Here they are made of the accounts when asked for.
 */
export function groupDocuments(users: readonly User[], now: Date): LakeDocument[] {
  const time = now.toISOString()
  return roles.map((role) => {
    const content = {grants: grantsOfRole(role).map((grant) => ({...grant})), members: membersOf(users, role)}
    const revision = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
    return {_id: `_.groups.${role}`, _type: groupType, _rev: revision, _createdAt: time, _updatedAt: time, ...content}
  })
}

function membersOf(users: readonly User[], role: Role): string[] {
  return users.filter((user) => user.role === role).map(({id}) => id)
}
