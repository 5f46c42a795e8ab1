import {createHash} from 'node:crypto'
import {favicon} from '../styles/favicon.ts'
import css from '../styles/site.css?raw'
import {fileResponse} from './responses.ts'

/** The address of the style sheet, which changes with its content. */
export const stylesheet = `/site.${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`

/** A file that is the same whatever the lake holds; undefined for any other address. */
export function fixedFile(pathname: string): Response | undefined {
  if (pathname === stylesheet)
    return fileResponse(css, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable')
  if (pathname === '/favicon.svg') return fileResponse(favicon, 'image/svg+xml', 'public, max-age=86400')
  return undefined
}
