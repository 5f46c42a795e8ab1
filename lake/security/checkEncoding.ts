import {UnsupportedMediaTypeError} from '../errors.ts'

/**
 * Refuses a body that was compressed: its bytes would be taken for JSON, or stored as the file itself.
 * @throws UnsupportedMediaTypeError (RFC 9110, section 8.4) for any `Content-Encoding` but `identity`
 */
export function checkEncoding(headers: Headers): void {
  const encoding = headers.get('content-encoding')?.trim() ?? ''
  if (encoding === '' || encoding.toLowerCase() === 'identity') return
  const name = JSON.stringify(encoding.slice(0, 100))
  throw new UnsupportedMediaTypeError(`A body encoded as ${name} cannot be read: send it without Content-Encoding`)
}
