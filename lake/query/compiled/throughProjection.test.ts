import {parse} from 'groq-js'
import {expect, test} from 'vitest'
import {throughProjection} from './throughProjection.ts'

/** The key of the last order of a query as one of the documents that its projection was made of. */
function keyOf(query: string): unknown {
  const order = parse(query)
  if (order.type !== 'PipeFuncCall' || order.base.type !== 'Map' || !order.args[0]) throw new Error('No order')
  return throughProjection(order.args[0], order.base.expr)
}

const keyIn = (expression: string): unknown => {
  const order = parse(`*|order(${expression})`)
  return order.type === 'PipeFuncCall' ? order.args[0] : undefined
}

test.each([
  ['*{"at": start}|order(at)', 'start'],
  ['*{"at": start, title}|order(coalesce(at, title))', 'coalesce(start, title)'],
  ['*{"list": [start, title]}|order(list[1])', 'title'],
  ['*{...}|order(title)', 'title'],
  ['*{..., "title": slug.current}|order(title)', 'slug.current'],
  ['*{slug}|order(slug.current)', 'slug.current'],
  ['*{slug}|order(title)', 'null'],
])('%s is ordered by %s', (query, expected) => {
  expect(keyOf(query)).toEqual(keyIn(expected))
})

test.each([
  '*{"title": slug.current, ...}|order(title)',
  '*{title, featured => {"title": "first"}}|order(title)',
  '*{...author->}|order(title)',
  '*{title}|order(@)',
  '*{title}|order(^.title)',
  '*{title}|order(tags[@ == "x"][0])',
])('%s is not known of a document', (query) => {
  expect(keyOf(query)).toBeUndefined()
})
