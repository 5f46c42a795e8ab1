import type {FrontMatterValue} from '../frontMatter/frontMatterValue.ts'

/** The addresses of a page's `aliases`: Hugo takes a text that is no list for as many of them as it has words. */
export function writtenAliases(value: FrontMatterValue | undefined): string[] {
  const items = typeof value === 'string' ? value.split(/\s+/) : Array.isArray(value) ? value : [value]
  return items.flatMap((item) =>
    item === undefined || item === null || item === '' || typeof item === 'object' ? [] : [String(item)],
  )
}
