import {statSync} from 'node:fs'
import {join} from 'node:path'
import {hashText} from '../values/hashText.ts'
import type {PageFile} from './findPages.ts'
import {readErrorReason} from './readErrorReason.ts'
import type {Site} from './readSite.ts'

/** Hash of a page's text, as the fingerprint holds it. */
export function hashSource(text: string): string {
  return hashText(text, 40)
}

/** Names and sizes of a bundle's files: whether an image was replaced. '' for none. */
export function hashFiles({bundle, resources}: PageFile, site: Site): string {
  if (bundle === undefined || resources.length === 0) return ''
  return hashText(resources.map((path) => `${path} ${sizeOf(join(site.folder, bundle, path))}`).join('\n'))
}

function sizeOf(path: string): number | 'unreadable' {
  try {
    return statSync(path).size
  } catch (error) {
    if (readErrorReason(error) === undefined) throw error
    return 'unreadable'
  }
}
