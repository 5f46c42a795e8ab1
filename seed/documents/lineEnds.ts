import type {PageParts} from '../frontMatter/splitPage.ts'

/** How the lines of a page's text end; of one without a text, those of its front matter. */
export function lineEndOf({body, delimiter}: Pick<PageParts, 'body' | 'delimiter'>): '\n' | '\r\n' {
  return hasOnlyCrlf(body.includes('\n') ? body : delimiter) ? '\r\n' : '\n'
}

/** A text as a browser's text field has it: without CR, unless its lines end in different ways. */
export function withoutCr(text: string): string {
  return hasOnlyCrlf(text) ? text.replaceAll('\r\n', '\n') : text
}

function hasOnlyCrlf(text: string): boolean {
  return text.includes('\r\n') && !/(^|[^\r])\n|\r(?!\n)/.test(text)
}
