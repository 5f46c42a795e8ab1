import {pageFileAt} from '../../bundle/pageFileAt.ts'
import type {Dialect} from '../../markdown/types.ts'
import {formatNotice} from '../../notices.ts'
import {readPage} from '../page.ts'
import {rewriteDialect} from '../rewriteDialect.ts'
import {emptySite} from './emptySite.ts'

/** Where and as what a page of a site without other pages is written for a generation, with the notices as they are printed. */
export function rewriteText(
  path: string,
  text: string,
  dialect: Dialect,
  type: 'talk' | 'author' = 'talk',
): {path: string; text: string; notices: string[]} {
  const {
    file,
    text: written,
    notices,
  } = rewriteDialect({page: readPage(pageFileAt(path, type), text), dialect, site: emptySite})
  return {path: file.path, text: written, notices: notices.map(formatNotice)}
}
