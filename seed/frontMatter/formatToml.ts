import {editTomlArray} from './editTomlArray.ts'
import type {FrontMatterValue} from './frontMatterValue.ts'

const DATE = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/

/** A key in TOML, in quotes where it needs them. */
export function formatTomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key)
}

/**
 * A value in TOML; dates stay bare where the old value was, texts keep their kind of quotes, lists the items that stay.
 * @param old The value that stands in its place, as written.
 */
export function formatToml(value: FrontMatterValue, old: string | undefined, eol: string): string {
  if (value === null) return '""'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number')
    return old !== undefined && old.includes('.') && Number.isInteger(value) ? `${value}.0` : String(value)
  if (typeof value === 'string') return formatText(value, old, eol)
  const format = (member: FrontMatterValue, written?: string) => formatToml(member, written, eol)
  if (Array.isArray(value)) return editTomlArray(old?.startsWith('[') === true ? old : '[]', value, eol, format)
  const pairs = Object.entries(value).map(([key, member]) => `${formatTomlKey(key)} = ${format(member)}`)
  return pairs.length === 0 ? '{}' : `{${pairs.join(', ')}}`
}

function formatText(value: string, old: string | undefined, eol: string): string {
  if (old !== undefined && /^\d/.test(old) && DATE.test(value)) return value
  if (old?.startsWith("'") === true && !old.startsWith("'''") && !/['\p{Cc}]/u.test(value)) return `'${value}'`
  if (value.includes('\n') && old?.startsWith('"""') === true)
    return `"""${eol}${escapeText(value).replace(/\\n/g, eol)}"""`
  return `"${escapeText(value)}"`
}

function escapeText(value: string): string {
  return JSON.stringify(value)
    .slice(1, -1)
    .replace(/\u007f/g, '\\u007f')
}
