/** The text of Portable Text blocks without marks, one space between blocks; for previews. */
export function plainText(blocks: unknown): string {
  if (!Array.isArray(blocks)) return ''
  const texts = blocks.map((block: unknown) => childTexts(block)).filter((text) => text !== '')
  return texts.join(' ')
}

function childTexts(block: unknown): string {
  if (!hasChildren(block)) return ''
  return block.children
    .map((child: unknown) => (hasText(child) ? child.text : ''))
    .join('')
    .trim()
}

function hasChildren(value: unknown): value is {children: unknown[]} {
  return typeof value === 'object' && value !== null && 'children' in value && Array.isArray(value.children)
}

function hasText(value: unknown): value is {text: string} {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
}
