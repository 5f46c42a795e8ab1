const name = String.raw`[^\s{}"'=!@$%^&*()+,/;<>?[\\\]|~#` + '`' + String.raw`]+`
const attribute = String.raw`(?:[#.]${name}|[\w:-]+=(?:"[^"]*"|'[^']*'|[\w.:-]+))`
const attributes = new RegExp(String.raw`\s*\{\s*(?:${attribute}(?:[\s,]+${attribute})*)?\s*\}\s*$`)
const ownId = new RegExp(String.raw`[{\s]#(${name})`)

/**
 * Takes the attributes from the end of a heading's Markdown, `Goals {#goals .lead}`, as Goldmark reads them (parser/attribute.go); what is not
 * such a list is part of the heading's words.
 */
export function headingAttributes(markdown: string): {text: string; id?: string} {
  const [found] = attributes.exec(markdown) ?? []
  if (found === undefined) return {text: markdown}
  const id = ownId.exec(found)?.[1]
  return {text: markdown.slice(0, -found.length), ...(id !== undefined && {id})}
}
