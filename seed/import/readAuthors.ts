import type {Site} from '../bundle/readSite.ts'
import {readText} from '../bundle/readText.ts'
import {readPage} from '../documents/page.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'

/** What the pages of a site's authors say, by path. */
export interface Authors {
  texts: ReadonlyMap<string, string>
  /** The names that they show: other pages may call them by these. */
  displayNames: ReadonlyMap<string, string>
}

/** Reads the pages of the authors; one that cannot be read is left out, and refused in its turn. */
export function readAuthors({folder, pages}: Site): Authors {
  const texts = new Map<string, string>()
  const displayNames = new Map<string, string>()
  for (const file of pages.filter(({type}) => type === 'author')) {
    try {
      const text = readText(folder, file.path)
      const title = readPage(file, text).values.get('title')
      texts.set(file.path, text)
      if (typeof title === 'string') displayNames.set(file.path, title)
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error
    }
  }
  return {texts, displayNames}
}
