import {securityHeaders} from '../security/securityHeaders.ts'
import type {BlobStore} from './blobStore.ts'
import {byteRange} from './byteRange.ts'
import {contentDisposition} from './contentDisposition.ts'

const wellFormedType = /^[\w.+-]+\/[\w.+-]+$/

/** Types that a browser shows without running anything in them; everything else is a download. */
const shownInline =
  /^(?:image\/(?!svg)[\w.+-]+|video\/[\w.+-]+|audio\/[\w.+-]+|text\/(?:plain|csv|vtt)|application\/(?:pdf|json))$/

/**
 * Keeps nothing from being loaded, and no sandbox: the browser's PDF viewer, which runs nothing of the file on our origin, is a plug-in in the
 * document and obeys its policy. Without any policy the file would get that of the API, which allows no plug-in.
 */
const pdfPolicy = "base-uri 'none'; form-action 'none'"

export interface AssetFacts {
  mimeType: string
  /** Names the content, so that it never changes under its name. */
  etag: string
  /** Name to save as, and whether the browser is told to save at once. */
  filename: string
  download: boolean
}

/** Headers of every image and file: cacheable for ever, never active, downloaded when asked for or when it could be active. */
export function assetHeaders(kind: 'image' | 'file', facts: AssetFacts): Headers {
  const {etag, filename, download} = facts
  const mimeType = essenceOf(facts.mimeType)
  const isSafe = shownInline.test(mimeType)
  const headers = new Headers({
    ...securityHeaders(kind),
    'content-type': mimeType.startsWith('text/') && isSafe ? `${mimeType}; charset=utf-8` : mimeType,
    'content-disposition': contentDisposition(download || !isSafe ? 'attachment' : 'inline', filename),
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${etag}"`,
  })
  if (mimeType === 'application/pdf') headers.set('content-security-policy', pdfPolicy)
  return headers
}

/** The type of a document, which anybody who edits may have changed, as a header can carry it: one that is none is unknown. */
function essenceOf(mimeType: string): string {
  const essence = mimeType.split(';')[0]?.trim().toLowerCase() ?? ''
  return wellFormedType.test(essence) ? essence : 'application/octet-stream'
}

/** A blob with `If-None-Match`, `Range` and `If-Range` honoured; undefined when it is not there. */
export function blobResponse(request: Request, blobs: BlobStore, sha1: string, headers: Headers): Response | undefined {
  const size = blobs.sizeOf(sha1)
  if (size === undefined) return undefined
  if (isKnown(request, headers)) return new Response(null, {status: 304, headers})
  headers.set('accept-ranges', 'bytes')
  const range = byteRange(askedRange(request, headers), size)
  if (range === 'unsatisfiable') {
    return new Response(null, {status: 416, headers: {...securityHeaders('file'), 'content-range': `bytes */${size}`}})
  }
  if (range === undefined) {
    headers.set('content-length', String(size))
    return new Response(blobs.read(sha1), {headers})
  }
  headers.set('content-range', `bytes ${range.from}-${range.to}/${size}`)
  headers.set('content-length', String(range.to - range.from + 1))
  return new Response(blobs.read(sha1, range), {status: 206, headers})
}

/** The header `Range`, which says nothing for HEAD, nor where `If-Range` names other content (RFC 9110, sections 14.2 and 13.1.5). */
function askedRange(request: Request, headers: Headers): string | null {
  const version = request.headers.get('if-range')
  const isMeant = request.method === 'GET' && (version === null || version === headers.get('etag'))
  return isMeant ? request.headers.get('range') : null
}

/** Whether the client has this very content already; a proxy that compressed it made its tag a weak one (RFC 9110, section 13.1.2). */
export function isKnown(request: Request, headers: Headers): boolean {
  const tags = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim())
  return tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === headers.get('etag'))
}
