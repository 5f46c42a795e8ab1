/** The profile of the add-on dataset that holds the comments on another one, and the tasks. */
export const commentsProfile = 'comments'

/** What is known about a dataset besides its documents. */
export interface DatasetInfo {
  name: string
  aclMode: 'public' | 'private' | 'custom'
  /** `commentsProfile` for an add-on dataset. */
  profile?: string
  addonFor?: string
  createdAt: string
}

/** The datasets of the lake, for the endpoints that list, make, change and remove them. */
export interface DatasetCatalog {
  list(): readonly DatasetInfo[]
  /** Throws a ConflictError when the name is taken, a BadRequestError when it is not allowed. */
  create(name: string, options: {aclMode: DatasetInfo['aclMode']; profile?: string; addonFor?: string}): void
  /** Throws a NotFoundError. */
  setAclMode(name: string, aclMode: DatasetInfo['aclMode']): void
  /** Removes it with all documents and history. Throws a NotFoundError. */
  remove(name: string): void
}
