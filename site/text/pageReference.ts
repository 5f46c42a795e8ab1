const call = /\{\{[<%]-?\s*(?:rel)?ref\s+(?:path=)?\\?["'`]?([^\s"'`\\<>]+)\\?["'`]?[^{}]*?[>%]\}\}/g
const mention = /\{\{[<%]\s*mention\s+\\?"?([^\s"\\<>]+)\\?"?\s*[>%]\}\}/g
const citation = /\{\{[<%]\s*cite\s[^{}]*?page=\\?"([^"\\{}]+)\\?"/g

/** The pages that a text names as Hugo looks them up: by `ref` and `relref`, people by `mention`, others by `cite`. JSON of a text will do. */
export function pageReferences(text: string): string[] {
  if (!text.includes('{{')) return []
  const people = [...text.matchAll(mention)].map(([, name = '']) => authorReference(name))
  const cited = [...text.matchAll(citation)].map(([, name = '']) => name)
  return [...new Set([...[...text.matchAll(call)].map(([, name = '']) => withoutFragment(name)), ...people, ...cited])]
}

/** A text with the addresses of pages in place of the calls that ask Hugo for them; other pages get one that becomes no link (`safeHref`). */
export function setPageReferences(text: string, address: (name: string) => string | undefined): string {
  if (!text.includes('{{')) return text
  return text.replaceAll(call, (_, name: string) => {
    const fragment = /#.*$/.exec(name)?.[0] ?? ''
    const plain = withoutFragment(name)
    const found = plain === '' ? '' : address(plain)
    return found === undefined ? `ref:${encodeURI(plain.toWellFormed())}` : `${found}${fragment}`
  })
}

/** How `mention "minji"` names the page of a person. */
export function authorReference(name: string): string {
  return `/authors/${name}`
}

function withoutFragment(name: string): string {
  return name.replace(/#.*$/, '')
}
