import {expect, test} from 'vitest'
import type {JsonValue} from '../../document.ts'
import {evaluateQuery} from '../evaluateQuery.ts'
import {arraySource} from '../fixtures/arraySource.ts'
import {rawPerspective} from '../perspective.ts'

const oslo = '{"lat": 59.913889, "lng": 10.752222}'
const stockholm = '{"type": "Point", "coordinates": [18.068611, 59.329444]}'
const square = '{"type": "Polygon", "coordinates": [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]}'
const holed =
  '{"type": "Polygon", "coordinates": [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]]}'
const point = (lng: number, lat: number): string => `geo::latLng(${lat}, ${lng})`

function evaluate(query: string): JsonValue {
  return evaluateQuery({
    query,
    perspective: rawPerspective,
    source: arraySource([]),
    identity: {id: 'me'},
    now: new Date(0),
    projectId: 'p',
    dataset: 'd',
    anonymous: true,
  }).result
}

test.each<[string, JsonValue]>([
  [`geo::latLng(59, 10)`, {type: 'Point', coordinates: [10, 59]}],
  [`geo::latLng(91, 10)`, null],
  [`geo::latLng("59", 10)`, null],
  [`geo::distance(${oslo}, ${oslo})`, 0],
  [`geo::distance(${oslo}, ${square})`, null],
  [`geo::distance(${oslo}, "Stockholm")`, null],
  [`geo::contains(${square}, ${point(5, 5)})`, true],
  [`geo::contains(${square}, ${point(15, 5)})`, false],
  [`geo::contains(${holed}, ${point(5, 5)})`, false],
  [`geo::contains(${square}, ${holed})`, true],
  [`geo::contains(${square}, null)`, null],
  [`geo::intersects(${square}, {"type": "LineString", "coordinates": [[-5, 5], [15, 5]]})`, true],
  [`geo::intersects(${square}, {"type": "LineString", "coordinates": [[-5, -5], [-5, 15]]})`, false],
  [`geo::intersects(${square}, {"type": "Circle", "coordinates": [0, 0]})`, null],
])('%s', (query, expected) => {
  expect(evaluate(query)).toEqual(expected)
})

test('a distance is the one of the official test suite', () => {
  expect(evaluate(`geo::distance(${oslo}, ${stockholm})`)).toBeCloseTo(416_760.7738822515, 6)
})
