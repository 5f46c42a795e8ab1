import type {SchemaTypeDefinition} from '@sanity/types'
import type {Say} from '../../schemas/text/say.ts'

/** The content model with the Studio's own inputs and previews. */
export function withInputs(types: readonly SchemaTypeDefinition[], _say: Say): SchemaTypeDefinition[] {
  return [...types]
}
