/** What an inline object says, by the first of these fields that it has. */
const OBJECT_FIELDS = ['text', 'tex', 'markdown', 'html', 'source', 'alt', 'src', 'name', 'label']

/** The text of Portable Text blocks without marks, objects as their source, one space between blocks; for previews. */
export function plainText(blocks: unknown): string {
  if (!Array.isArray(blocks)) return ''
  const texts = blocks.map((block: unknown) => childTexts(block)).filter((text) => text !== '')
  return texts.join(' ')
}

function childTexts(block: unknown): string {
  if (!hasChildren(block)) return ''
  return block.children.map(childText).join('').trim()
}

function hasChildren(value: unknown): value is {children: unknown[]} {
  return typeof value === 'object' && value !== null && 'children' in value && Array.isArray(value.children)
}

function childText(child: unknown): string {
  if (typeof child !== 'object' || child === null) return ''
  const members = new Map(Object.entries(child))
  const text: unknown = OBJECT_FIELDS.map((name) => members.get(name)).find((value) => typeof value === 'string')
  return typeof text === 'string' ? text : ''
}
