import type {FootnoteMark} from '../content.ts'
import {escapeHtml} from './escapeHtml.ts'

const reference = /`+[^`]*`+|\[\^([^\]\s]+)\](?!:)/g
/** Characters without a meaning of their own (private use), between which the number of a reference stands. */
const sign = /\u{F0000}(\d+)\u{F0001}/gu

/** Puts signs where Markdown refers to footnotes, since a sanitiser keeps no ids; `setReferences` puts the links in their place. */
export function placeReferences(
  markdown: string,
  mark: (label: string) => FootnoteMark | undefined,
): {markdown: string; references: FootnoteMark[]} {
  const references: FootnoteMark[] = []
  const placed = markdown.replaceAll(reference, (source, label?: string) => {
    const found = label === undefined ? undefined : mark(label)
    if (!found) return source
    references.push(found)
    return `\u{F0000}${references.length - 1}\u{F0001}`
  })
  return {markdown: placed, references}
}

/** HTML with the links to footnotes that its signs stand for. */
export function setReferences(html: string, references: readonly FootnoteMark[] = []): string {
  return html.replaceAll(sign, (source, index: string) => {
    const found = references[Number(index)]
    if (!found) return source
    const [anchor, note] = [found.anchor, `fn:${found.label}`].map(escapeHtml)
    return `<sup class="footnote-reference"><a id="${anchor}" href="#${note}">${found.number}</a></sup>`
  })
}
