import {hashText} from '../values/hashText.ts'
import {readablePart} from './readablePart.ts'
import type {SeedType} from './seedTypes.ts'

/**
 * The id of the document for a name inside its section: the same for the file itself and for whoever refers to it.
 * Sanity allows `a-zA-Z0-9_-` (a dot would make it private), so other letters are replaced by a hash of the whole name.
 * @param name Folder or file name without extension, as `urlize` gives it: `admin`, `백엔드-개발`.
 * @param language Set for a translation that has a file of its own.
 */
export function documentId(type: SeedType, name: string, language?: string): string {
  const normal = name.normalize('NFC')
  const suffix = language === undefined ? '' : `--${language}`
  if (/^[a-z0-9_]+(-[a-z0-9_]+)*$/.test(normal) && normal.length <= 80) return `${type}-${normal}${suffix}`
  return [type, readablePart(normal), hashText(normal)].filter((part) => part !== '').join('-') + suffix
}
