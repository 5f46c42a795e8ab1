import {escapeXml} from './escapeXml.ts'

/** What stands at a former address of a page on a host that serves files, as Hugo writes it (`tpl/tplimpl/embedded/templates/alias.html`). */
export function redirectPage(address: string): string {
  const url = escapeXml(address)
  return `<!doctype html><html><head><meta charset="utf-8"><title>${url}</title><link rel="canonical" href="${url}"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${url}"></head></html>`
}
