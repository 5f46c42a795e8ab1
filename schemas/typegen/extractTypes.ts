import {createSchemaFromManifestTypes, extractSchema} from '@sanity/schema/_internal'
import {schemaTypes} from '../index.ts'

type Compiled = ReturnType<typeof createSchemaFromManifestTypes>

/** The schema as GROQ's type evaluator knows it. */
export function extractTypes(): ReturnType<typeof extractSchema> {
  const schema = createSchemaFromManifestTypes({name: 'default', types: schemaTypes})
  if (!hasParent(schema)) throw new Error('The compiled schema lacks Sanity’s built-in types.')
  return extractSchema(schema, {enforceRequiredFields: false})
}

function hasParent(schema: Compiled): schema is Compiled & Parameters<typeof extractSchema>[0] {
  return schema.parent !== undefined
}
