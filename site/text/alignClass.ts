/** Elements that may be set in the middle or to the right, by a class: a page of this site allows no styles in its HTML. */
export const alignedTags = ['div', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'td', 'th']

const aligned = new Set(alignedTags)

/** The attributes of an element with a class in place of `style="text-align: right"` or `align="right"`. */
export function alignClass(tag: string, attributes: Record<string, string>): Record<string, string> {
  const {style = '', align = ''} = attributes
  const side = aligned.has(tag) && (/(?:^|;)\s*text-align\s*:\s*(center|right)\b/i.exec(style)?.[1] ?? align)
  return side && /^(?:center|right)$/i.test(side) ? {...attributes, class: side.toLowerCase()} : attributes
}
