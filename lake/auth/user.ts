import type {Identity} from '../dataset.ts'

export type Role = Exclude<Identity['role'], 'anonymous'>

export const roles = ['viewer', 'editor', 'administrator'] as const satisfies readonly Role[]

/** Whether a string from outside is one of our roles. */
export const isRole = (value: string | undefined): value is Role => roles.some((role) => role === value)

/** Somebody who can be named in history, presence and lists of members. */
export interface User {
  id: string
  name: string
  email: string
  role: Role
  /** How they sign in, as the Studio shows it. */
  provider: string
  isRobot: boolean
}

/** The editor of a lake without sign-in: everybody who can open the Studio on this machine. */
export const localUser: User = {
  id: 'pLocal',
  name: 'Local Editor',
  email: 'editor@localhost',
  role: 'administrator',
  provider: 'local',
  isRobot: false,
}

/** Whoever holds the token of the data folder: seed, export and scripts. */
export const administratorUser: User = {
  id: 'pAdministrator',
  name: 'Administrator',
  email: 'administrator@localhost',
  role: 'administrator',
  provider: 'token',
  isRobot: true,
}

const titleOf = (role: Role): string => role.charAt(0).toUpperCase() + role.slice(1)

/** `/users/me` as the Studio and the clients read it. */
export function currentUserJson(user: User): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    profileImage: null,
    role: user.role,
    roles: [{name: user.role, title: titleOf(user.role)}],
    provider: user.provider,
  }
}

/** `/users/:id`: what presence and history show. */
export function profileJson(user: User): Record<string, unknown> {
  const {id, name: displayName, email, provider} = user
  return {id, sanityUserId: id, displayName, email, imageUrl: null, provider}
}

/** One entry of `/projects/:pid` `members`. */
export function memberJson(user: User, currentUserId: string): Record<string, unknown> {
  return {
    id: user.id,
    isCurrentUser: user.id === currentUserId,
    isRobot: user.isRobot,
    role: user.role,
    roles: [{name: user.role, title: titleOf(user.role)}],
  }
}
