/**
 * A Content-Disposition header (RFC 6266) whose name survives every script: an ASCII stand-in, and the name itself
 * percent-encoded. Control characters, quotes, slashes and halves of characters do not get through.
 */
export function contentDisposition(kind: 'inline' | 'attachment', filename: string): string {
  const clean = filename.toWellFormed().replace(/[\p{Cc}/\\]/gu, '_') || 'download'
  const ascii = clean.replace(/[^\x20-\x7e]|["%;]/g, '_')
  const encoded = encodeURIComponent(clean).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
