import {type ValueEdit, diffValue} from './diffValue.ts'
import {editToml} from './editToml.ts'
import {editYaml} from './editYaml.ts'
import {expandAliases} from './expandAliases.ts'
import {FrontMatterError} from './frontMatterError.ts'
import type {FrontMatterFormat, FrontMatterMap, FrontMatterValue} from './frontMatterValue.ts'
import {sameValue} from './frontMatterValue.ts'
import {readFrontMatter} from './readFrontMatter.ts'
import type {PageParts} from './splitPage.ts'
import {NoPlaceError} from './yamlPlaces.ts'

/** A top-level key, as written, and its new value; `undefined` takes it away. */
export interface KeyEdit {
  key: string
  value: FrontMatterValue | undefined
}

const editors = {
  yaml: (header, edit, before) => editYaml(header, edit, before, 'yaml'),
  json: (header, edit, before) => editYaml(header, edit, before, 'json'),
  toml: editToml,
} satisfies Record<FrontMatterFormat, (header: string, edit: ValueEdit, before: readonly string[]) => string>

/**
 * Edits the front matter of a page: only the lines of the edited keys change, and those of
 * aliases to what stands there. The result is read back; an edit that
 * would not come back as it is meant, or would touch another key, is refused.
 * @param order Lower-case keys in the order in which new ones should stand.
 * @throws FrontMatterError when the edit cannot be made without harm.
 */
export function editFrontMatter(parts: PageParts, edits: readonly KeyEdit[], order: readonly string[] = []): PageParts {
  let header = parts.header
  for (const {key, value} of edits) {
    const before = order.slice(0, Math.max(0, order.indexOf(key.toLowerCase())))
    if (parts.format === 'yaml') header = expandAliases(header, key)
    const {values} = readFrontMatter({...parts, header})
    for (const edit of diffValue([key], values[key], value)) header = editIn(parts, header, edit, before)
    check(parts, header, {...values, ...(value !== undefined && {[key]: value})}, value === undefined ? key : undefined)
  }
  return parts.header === '' ? withDelimiters({...parts, header}) : {...parts, header}
}

function editIn(parts: PageParts, header: string, edit: ValueEdit, before: readonly string[]): string {
  try {
    return editors[parts.format](header, edit, before)
  } catch (error) {
    if (!(error instanceof NoPlaceError)) throw error
    throw new FrontMatterError(
      `The front matter cannot be edited in place: "${edit.path[0]}" is written in a form that Lectern cannot change. Write it as a key, a colon and a value`,
      parts.headerLine,
    )
  }
}

function check(parts: PageParts, header: string, wanted: FrontMatterMap, removed: string | undefined): void {
  const values = readBack({...parts, header})
  const expected = Object.fromEntries(Object.entries(wanted).filter(([key]) => key !== removed))
  const wrong = [...new Set([...Object.keys(values), ...Object.keys(expected)])].find(
    (key) => !sameValue(values[key], expected[key]),
  )
  if (wrong === undefined) return
  throw new FrontMatterError(
    `The front matter cannot be edited in place: "${wrong}" would not be read back`,
    parts.headerLine,
  )
}

/** An edit may take an anchor away that another key needs. */
function readBack(parts: PageParts): FrontMatterMap {
  try {
    return readFrontMatter(parts).values
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error
    throw new FrontMatterError(`The front matter cannot be edited in place: ${error.message}`, error.line)
  }
}

/** A page that had no front matter gets delimiters with its first key; a data file has none. */
function withDelimiters(parts: PageParts): PageParts {
  if (
    parts.isData === true ||
    parts.delimiter !== '' ||
    parts.header === '' ||
    parts.format !== 'yaml' ||
    /---/.test(parts.prefix)
  )
    return parts
  return {...parts, prefix: `${parts.prefix}---\n`, delimiter: '---\n'}
}

/** The parts joined to the page's text. */
export function joinPage({prefix, header, delimiter, body}: PageParts): string {
  return prefix + header + delimiter + body
}
