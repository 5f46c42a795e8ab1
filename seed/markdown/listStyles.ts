/**
 * Values of a block's `listItem`: Portable Text's own two, and the same for loose lists, whose items are paragraphs with
 * space between them (CommonMark 5.3).
 */
export type ListStyle = 'bullet' | 'number' | 'looseBullet' | 'looseNumber'

/** Whether there is space between the items. */
export function isLoose(style: ListStyle): boolean {
  return style === 'looseBullet' || style === 'looseNumber'
}

/** Whether the items have numbers. */
export function isNumbered(style: ListStyle): boolean {
  return style === 'number' || style === 'looseNumber'
}

/** The style of such a list. */
export function listStyle({numbered, loose}: {numbered: boolean; loose: boolean}): ListStyle {
  if (numbered) return loose ? 'looseNumber' : 'number'
  return loose ? 'looseBullet' : 'bullet'
}
