import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {BadRequestError} from '../errors.ts'
import {fits, maxSide, parseTransform, type Transform} from './parseTransform.ts'
import {planGeometry, type Geometry, type Size} from './planGeometry.ts'

const transformOf = (query: string): Transform => {
  const transform = parseTransform(new URLSearchParams(query))
  if (transform === undefined) throw new Error('No transformation')
  return transform
}

const wide = {width: 800, height: 600}

test.each([
  ['w=400&h=400&fit=crop', {left: 100, top: 0, width: 600, height: 600}, {width: 400, height: 400}],
  ['w=400&h=400&fit=crop&crop=left', {left: 0, top: 0, width: 600, height: 600}, {width: 400, height: 400}],
  [
    'w=400&h=400&fit=crop&crop=focalpoint&fp-x=1',
    {left: 200, top: 0, width: 600, height: 600},
    {width: 400, height: 400},
  ],
  ['w=400&h=100&fit=crop&crop=bottom', {left: 0, top: 400, width: 800, height: 200}, {width: 400, height: 100}],
  ['w=400&fit=crop', {left: 0, top: 0, ...wide}, {width: 400, height: 300}],
  ['w=1600&fit=max', {left: 0, top: 0, ...wide}, wide],
  ['w=1600', {left: 0, top: 0, ...wide}, {width: 1600, height: 1200}],
  ['rect=700,500,400,400', {left: 700, top: 500, width: 100, height: 100}, {width: 100, height: 100}],
])('%s', (query, extract, resize) => {
  expect(planGeometry(wide, transformOf(query))).toEqual({extract, resize, canvas: resize, entropy: false})
})

test('fill keeps the picture and makes the canvas', () => {
  expect(planGeometry(wide, transformOf('w=400&h=400&fit=fill'))).toEqual({
    extract: {left: 0, top: 0, ...wide},
    resize: {width: 400, height: 300},
    canvas: {width: 400, height: 400},
    entropy: false,
  })
})

test('whatever is asked for, the cut lies within the source and the canvas within the limits, or it is refused', () => {
  const side = fc.integer({min: 1, max: maxSide})
  const request = fc.record(
    {
      w: side,
      h: side,
      'min-w': side,
      'max-h': side,
      'fp-x': fc.double({min: 0, max: 1, noNaN: true}),
      dpr: fc.integer({min: 1, max: 3}),
    },
    {requiredKeys: []},
  )
  fc.assert(
    fc.property(side, side, request, fc.constantFrom(...fits), side, (width, height, parameters, fit, left) => {
      const query = new URLSearchParams({...mapToText(parameters), fit, rect: `${left},0,${width},${height}`})
      const transform = parseTransform(query)
      if (transform === undefined) throw new Error('No transformation')
      const plan = planOrRefusal({width, height}, transform)
      if (plan === undefined) return
      const {extract, resize, canvas} = plan
      expect(extract.left >= 0 && extract.left + extract.width <= width).toBe(true)
      expect(extract.top >= 0 && extract.top + extract.height <= height).toBe(true)
      expect(extract.width > 0 && extract.height > 0).toBe(true)
      expect(resize.width <= canvas.width && resize.height <= canvas.height).toBe(true)
      expect(canvas.width <= maxSide && canvas.height <= maxSide).toBe(true)
    }),
  )
})

/** Undefined for a size that is refused for being too large; any other error is thrown. */
function planOrRefusal(size: Size, transform: Transform): Geometry | undefined {
  try {
    return planGeometry(size, transform)
  } catch (error) {
    if (error instanceof BadRequestError && error.message.includes('larger than')) return undefined
    throw error
  }
}

const mapToText = (values: Record<string, number | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
