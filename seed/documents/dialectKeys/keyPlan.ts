import type {KeyEdit} from '../../frontMatter/editFrontMatter.ts'

/** What has to happen to a page's front matter for another generation: keys renamed at once, then values edited. */
export interface KeyPlan {
  /** Key in lower case to its new name. */
  names: ReadonlyMap<string, string>
  edits: KeyEdit[]
}

export const NO_KEYS: KeyPlan = {names: new Map(), edits: []}
