import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {type ExprNode, parse, typeEvaluate} from 'groq-js'
import {expect, test} from 'vitest'
import {extractTypes} from '../../schemas/typegen/extractTypes.ts'

const schema = extractTypes()
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('Query.ts'))

/** Paths whose type is null alone, or an array of nothing: fields and types that the schema does not know. */
function unknownPaths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || !('type' in value)) return []
  if (value.type === 'null') return [path]
  if (value.type === 'union' && 'of' in value && Array.isArray(value.of)) {
    if (value.of.length === 0) return [path]
    return value.of.flatMap((part: unknown) => (isNull(part) ? [] : unknownPaths(part, path)))
  }
  if (value.type === 'array' && 'of' in value) return unknownPaths(value.of, `${path}[]`)
  if (value.type === 'object' && 'attributes' in value && typeof value.attributes === 'object') {
    return Object.entries(value.attributes ?? {}).flatMap(([name, attribute]: [string, unknown]) =>
      typeof attribute === 'object' && attribute !== null && 'value' in attribute
        ? unknownPaths(attribute.value, `${path}.${name}`)
        : [],
    )
  }
  return []
}

function isNull(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'null'
}

function read(query: string): ExprNode {
  return parse(query, {params: {from: 0, to: 10, slug: '', label: '', now: '', dayAgo: ''}})
}

test.each(files)('%s asks only for what the schema has', async (file) => {
  const module: Record<string, unknown> = await import(join(import.meta.dirname, file))
  const query = module[file.replace('.ts', '')]
  if (typeof query !== 'string') throw new Error(`${file} exports no query of its own name`)
  expect(unknownPaths(typeEvaluate(read(query), schema))).toEqual([])
})

test('a field and a type that do not exist are found', () => {
  expect(unknownPaths(typeEvaluate(read('*[_type == "talk"]{titel}'), schema))).toEqual(['[].titel'])
  expect(unknownPaths(typeEvaluate(read('*[_type == "tlak"]{title}'), schema))).toEqual(['[]'])
})
