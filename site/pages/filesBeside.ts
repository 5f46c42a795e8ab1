import type {FormerFileQueryResult} from '../../schemas/sanity.types.ts'
import {readJsonObject} from '../text/readJsonObject.ts'

/** How many parts the path of a file within its page's folder may have. */
export const deepest = 3

/** Whether an address may be a file's: pages have none that end so. */
export function isFileName(name: string): boolean {
  return /\.[a-z0-9]{1,8}$/i.test(name)
}

/** The assets that the files in a page's folder became, by name; none for a page without a folder of its own. */
export function filesBeside({
  path,
  fingerprint,
}: Pick<FormerFileQueryResult[number], 'path' | 'fingerprint'>): Map<string, string> {
  const folder = /^(.*\/)_?index\.[^/]*$/.exec(path ?? '')?.[1]
  const assets = readJsonObject(fingerprint).get('#assets')
  const found = new Map<string, string>()
  for (const [file, asset] of readJsonObject(typeof assets === 'string' ? assets : '')) {
    if (folder === undefined || typeof asset !== 'string' || !file.startsWith(folder)) continue
    const name = file.slice(folder.length).normalize('NFC')
    if (isFileName(name) && name.split('/').length <= deepest) found.set(name, asset)
  }
  return found
}
