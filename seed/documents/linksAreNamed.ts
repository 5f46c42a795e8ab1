import {hashContent} from '../values/hashContent.ts'
import {isRecord} from '../values/isRecord.ts'
import {fieldOf} from './fingerprint.ts'
import type {AnyDocument} from './types.ts'

/**
 * Whether the links of a page are those of its document, but that those with an uploaded file have its name in the bundle now.
 * @param now The page as it is read.
 */
export function linksAreNamed(document: AnyDocument, now: AnyDocument): boolean {
  const [links, named] = [document, now].map((one) => fieldOf(one, 'links'))
  if (!Array.isArray(links) || !Array.isArray(named) || links.length !== named.length) return false
  const isSame = links.every((link, index) => hashContent(named[index]) === hashContent(withName(link, named[index])))
  return isSame && hashContent(links) !== hashContent(named)
}

function withName(link: unknown, named: unknown): unknown {
  if (!isRecord(link) || !isRecord(named) || link['file'] === undefined || link['url'] !== undefined) return link
  return {...link, url: named['url']}
}
