import {expect, test} from 'vitest'
import {createSchemaTypes} from '../../schemas/index.ts'
import {sayIn} from '../../schemas/text/say.ts'
import {decorations} from './decorations.ts'
import {withComponents} from './withInputs.ts'

/** Every place that exists: `type`, `type.field` and `type.field[]`. */
function places(): Set<string> {
  return new Set(
    createSchemaTypes('en').flatMap((type) => {
      const fields: Array<{name: string; of?: unknown}> =
        'fields' in type && Array.isArray(type.fields) ? type.fields : []
      const names = fields.flatMap((field) => [field.name, ...('of' in field ? [`${field.name}[]`] : [])])
      return [type.name, ...names.map((name) => `${type.name}.${name}`)]
    }),
  )
}

test('every input stands at a place that exists', () => {
  const known = places()
  expect(Object.keys(decorations(sayIn('en'))).filter((place) => !known.has(place))).toEqual([])
})

test('components reach types, fields and items, and leave the rest alone', () => {
  const input = () => null
  const type = {name: 't', fields: [{name: 'a'}, {name: 'b', of: [{type: 'reference'}]}, {name: 'c'}]}
  expect(withComponents(type, {t: {input}, 't.a': {input}, 't.b[]': {item: input}})).toEqual({
    name: 't',
    components: {input},
    fields: [
      {name: 'a', components: {input}},
      {name: 'b', of: [{type: 'reference', components: {item: input}}]},
      {name: 'c'},
    ],
  })
})
