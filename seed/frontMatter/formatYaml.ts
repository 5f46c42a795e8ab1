import {CORE_SCHEMA, YAML11_SCHEMA, YAMLException, load} from 'js-yaml'
import {type FrontMatterMap, type FrontMatterValue, isMap} from './frontMatterValue.ts'

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'json'

/** How a value is written: like the one that it replaces. */
export interface YamlStyle {
  scalar: ScalarStyle
  /** Inside `[…]` or `{…}`. */
  flow: boolean
  /** Column of the key that holds the value. */
  column: number
  /** Columns by which list items stand right of their key. */
  listIndent: number
}

/** A scalar in the style wanted, or the nearest in which YAML reads it back as the same value. */
function formatScalar(value: null | boolean | number | string, {scalar, flow, column}: YamlStyle): string {
  if (typeof value !== 'string') return value === null ? 'null' : String(value)
  if (scalar === 'json') return JSON.stringify(value)
  const several = value.includes('\n')
  if (several && !flow && scalar !== 'double' && isLiteral(value)) return formatLiteral(value, column + 2)
  if (several || scalar === 'double' || hasSpecial(value)) return quoteDouble(value)
  if (scalar === 'literal' || scalar === 'plain') {
    if (isPlain(value, flow)) return value
    return scalar === 'literal' && !flow && isLiteral(value) ? formatLiteral(value, column + 2) : quote(value)
  }
  return quote(value)
}

/** Characters that YAML allows only as escapes: controls, byte order marks, lone surrogates. */
function hasSpecial(value: string): boolean {
  return /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u.test(value) || !value.isWellFormed()
}

/** JSON leaves some characters as they are that YAML takes for the end of a line, or does not allow. */
function quoteDouble(value: string): string {
  return JSON.stringify(value).replace(
    /[\u0080-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function quote(value: string): string {
  return `'${value.replace(/'/g, "''")}'`
}

/** A literal block needs no indentation mark, keeps every line end, and Hugo's editors strip no spaces from it. */
function isLiteral(value: string): boolean {
  return /^\S/.test(value) && !/ \n|\n{2}$| $/.test(value) && !hasSpecial(value.replaceAll('\n', ''))
}

function formatLiteral(value: string, column: number): string {
  const lines = value.replace(/\n$/, '').split('\n')
  const indent = ' '.repeat(column)
  return [`|${value.endsWith('\n') ? '' : '-'}`, ...lines.map((line) => (line === '' ? '' : indent + line))].join('\n')
}

/** True when the text needs no quotes, for YAML 1.1 (Hugo before 0.152) as for 1.2. */
function isPlain(value: string, flow: boolean): boolean {
  if (
    !/^[\p{L}\p{N}(/.][^\n\t]*$/u.test(value) ||
    /:( |$)| #/.test(value) ||
    value !== value.trimEnd() ||
    hasSpecial(value)
  )
    return false
  if (flow && /[,[\]{}]/.test(value)) return false
  if (/^(---|\.\.\.)/.test(value)) return false
  return [CORE_SCHEMA, YAML11_SCHEMA].every((schema) => {
    try {
      return load(value, {schema}) === value
    } catch (error) {
      if (error instanceof YAMLException) return false
      throw error
    }
  })
}

/** A key, quoted where it needs quotes. */
export function formatKey(key: string, style: Pick<YamlStyle, 'scalar'>): string {
  if (style.scalar === 'json') return JSON.stringify(key)
  return /^[A-Za-z_][\w.-]*$/.test(key) && isPlain(key, true) ? key : JSON.stringify(key)
}

/** What stands behind `key:`: a space and the value, or line ends and the lines of a block. */
export function formatAfterKey(value: FrontMatterValue, style: YamlStyle): string {
  if (style.flow || style.scalar === 'json' || isScalar(value) || isEmpty(value)) return ` ${formatFlow(value, style)}`
  return `\n${Array.isArray(value) ? formatList(value, style) : formatMap(asMap(value), {...style, column: style.column + 2})}`
}

/** A value on one line. */
export function formatFlow(value: FrontMatterValue, style: YamlStyle): string {
  if (isScalar(value)) return formatScalar(value, style)
  const inner = {...style, flow: true, scalar: style.scalar === 'literal' ? ('plain' as const) : style.scalar}
  if (Array.isArray(value)) return `[${value.map((item) => formatFlow(item, inner)).join(', ')}]`
  const pairs = Object.entries(value).map(([key, member]) => `${formatKey(key, inner)}: ${formatFlow(member, inner)}`)
  return pairs.length === 0 ? '{}' : `{${pairs.join(', ')}}`
}

function formatList(items: readonly FrontMatterValue[], style: YamlStyle): string {
  return items.map((item) => formatItem(item, style)).join('\n')
}

/** One list item with its indentation and hyphen, without a line end. */
export function formatItem(item: FrontMatterValue, style: YamlStyle): string {
  const column = style.column + style.listIndent
  const indent = ' '.repeat(column)
  if (isMap(item) && Object.keys(item).length > 0) {
    return `${indent}- ${formatMap(item, {...style, column: column + 2}).trimStart()}`
  }
  return `${indent}- ${isScalar(item) ? formatScalar(item, {...style, column}) : formatFlow(item, style)}`
}

function formatMap(map: FrontMatterMap, style: YamlStyle): string {
  const indent = ' '.repeat(style.column)
  return Object.entries(map)
    .map(([key, value]) => `${indent}${formatKey(key, style)}:${formatAfterKey(value, style)}`)
    .join('\n')
}

function isScalar(value: FrontMatterValue): value is null | boolean | number | string {
  return typeof value !== 'object' || value === null
}

function isEmpty(value: FrontMatterValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function asMap(value: FrontMatterValue): FrontMatterMap {
  return isMap(value) ? value : {}
}
