import {createSchemaFromManifestTypes, extractSchema} from '@sanity/schema/_internal'
import {schemaTypes} from '../index.ts'

type Compiled = ReturnType<typeof createSchemaFromManifestTypes>
type Extracted = ReturnType<typeof extractSchema>

/** The schema as GROQ's type evaluator knows it, with the `note` that our author references carry. */
export function extractTypes(): Extracted {
  const schema = createSchemaFromManifestTypes({name: 'default', types: schemaTypes})
  if (!hasParent(schema)) throw new Error('The compiled schema lacks Sanity’s built-in types.')
  return extractSchema(schema, {enforceRequiredFields: false}).map(withAuthorNotes)
}

function hasParent(schema: Compiled): schema is Compiled & Parameters<typeof extractSchema>[0] {
  return schema.parent !== undefined
}

/** Sanity's reference type cannot be given fields, so an item's `note` is added to what was extracted. */
function withAuthorNotes(type: Extracted[number]): Extracted[number] {
  if (type.type !== 'document') return type
  const authors = type.attributes['authors']
  if (authors?.value.type !== 'array' || authors.value.of.type !== 'object') return type
  const item = authors.value.of
  const note = {type: 'objectAttribute', value: {type: 'string'}, optional: true} as const
  const of = {...item, attributes: {...item.attributes, note}}
  return {...type, attributes: {...type.attributes, authors: {...authors, value: {...authors.value, of}}}}
}
