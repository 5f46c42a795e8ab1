import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {searchableText} from './documentText.ts'
import {LastText} from './lastText.ts'

const documents = [{title: 'a'}, {title: 'b', body: ['c']}, {title: 'a'}]
const value = fc.oneof(
  fc.constantFrom<unknown>(...documents, 'a', null, 7),
  fc.array(fc.constantFrom<unknown>(...documents, 'a', 'b'), {maxLength: 3}),
)

test('whatever is asked for in whatever order, it is its own text', () => {
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const last = new LastText()
      expect(values.map((one) => last.of(one))).toEqual(values.map(searchableText))
    }),
  )
})
