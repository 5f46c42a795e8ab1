/** The profile of the add-on dataset that holds the comments on another one, and the tasks. */
export const commentsProfile = 'comments'

/** `public`: anonymous readers see published documents; `private`: they see nothing. */
export type AclMode = 'public' | 'private' | 'custom'

/** What is known about a dataset besides its documents. */
export interface DatasetInfo {
  name: string
  aclMode: AclMode
  /** `commentsProfile` for an add-on dataset. */
  profile?: string
  addonFor?: string
  createdAt: string
}

/** The datasets of the lake. */
export interface DatasetCatalog {
  list(): readonly DatasetInfo[]
  /** @throws ConflictError when the name is taken, BadRequestError when it is not allowed */
  create(name: string, options: {aclMode: AclMode; profile?: string; addonFor?: string}): void
  /** @throws NotFoundError */
  setAclMode(name: string, aclMode: AclMode): void
  /** Removes it with all documents and history. @throws NotFoundError */
  remove(name: string): void
}
