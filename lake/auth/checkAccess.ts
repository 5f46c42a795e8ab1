import type {Identity} from '../dataset.ts'
import type {Access} from '../endpoints/endpoint.ts'
import {InsufficientPermissionsError, UnauthorizedError} from '../errors.ts'
import type {IdentityResolution} from './identify.ts'

const rank: Record<Identity['role'], number> = {anonymous: 0, viewer: 1, editor: 2, administrator: 3}

/** What decides about access to a dataset besides the role. */
export interface DatasetFacts {
  /** Anonymous readers may see its published documents. */
  isPublic(): boolean
  /** It holds the comments on another one: whoever may read there may comment. */
  isForComments(): boolean
}

/** The least role for each kind of access; `DatasetFacts` lower some of them. */
const needs: Record<Access, Identity['role']> = {
  public: 'anonymous',
  read: 'viewer',
  view: 'viewer',
  comment: 'editor',
  write: 'editor',
  admin: 'administrator',
}

/**
 * Throws unless the identity may use an endpoint: an UnauthorizedError when it is nobody (or brought credentials that are
 * no longer good), an InsufficientPermissionsError when its role is too small.
 */
export function checkAccess(access: Access, resolution: IdentityResolution, dataset: DatasetFacts): void {
  if (access === 'public') return
  if (resolution.problem === 'expired') throw new UnauthorizedError('Session has expired', 'SIO-401-AEX')
  if (resolution.problem === 'unknown') throw new UnauthorizedError('Session not found', 'SIO-401-ANF')
  const {role} = resolution.identity
  if (rank[role] >= rank[needs[access]]) return
  if (access === 'read' && dataset.isPublic()) return
  if (access === 'comment' && role === 'viewer' && dataset.isForComments()) return
  if (role === 'anonymous') throw new UnauthorizedError('Session not found', 'SIO-401-ANF')
  throw new InsufficientPermissionsError(`The role ${role} may not do this: it needs ${needs[access]}`)
}
