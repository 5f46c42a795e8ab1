import type {SchemaTypeDefinition} from '@sanity/types'
import type {Say} from '../../schemas/text/say.ts'
import {type Decorations, decorations} from './decorations.ts'
import {withBlockPreview} from './withBlockPreview.ts'
import {withDecorators} from './withDecorators.ts'

/** The content model with the Studio's own inputs and previews. */
export function withInputs(types: readonly SchemaTypeDefinition[], say: Say): SchemaTypeDefinition[] {
  const table = decorations(say)
  return types.map((type) => withDecorators(withBlockPreview(withComponents(type, table))))
}

/** A type, its fields and its fields' items with the components that the table has for them. */
export function withComponents<T extends {name: string}>(type: T, table: Decorations): T {
  const decorated = add(type, table[type.name])
  if (!('fields' in decorated) || !Array.isArray(decorated.fields)) return decorated
  const fields = decorated.fields.map((field: {name: string}) => {
    const place = `${type.name}.${field.name}`
    return withItems(add(field, table[place]), table[`${place}[]`])
  })
  return {...decorated, fields}
}

function withItems<T extends object>(field: T, components: object | undefined): T {
  if (components === undefined || !('of' in field) || !Array.isArray(field.of)) return field
  return {...field, of: field.of.map((item: object) => add(item, components))}
}

function add<T extends object>(type: T, components: object | undefined): T {
  if (components === undefined) return type
  const own = 'components' in type && typeof type.components === 'object' ? type.components : {}
  return {...type, components: {...own, ...components}}
}
