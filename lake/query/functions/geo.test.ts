import {expect, test} from 'vitest'
import type {JsonValue} from '../../document.ts'
import {QueryParseError} from '../../errors.ts'
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

const collection = (...geometries: string[]): string =>
  `{"type": "GeometryCollection", "note": 1, "geometries": [${geometries.join(', ')}]}`
const [here, there] = [
  '{"type": "Point", "coordinates": [5, 5], "note": 1}',
  '{"type": "Point", "coordinates": [20, 20]}',
]
const both = '{"type": "MultiPoint", "coordinates": [[5, 5], [20, 20]]}'

const outline = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
]

test.each<[string, JsonValue]>([
  [`geo(${oslo})`, {type: 'Point', coordinates: [10.752222, 59.913889]}],
  [`geo({"lat": 1, "lon": 2, "alt": 3})`, {type: 'Point', coordinates: [2, 1]}],
  [`geo({"lat": 1, "lon": 2, "lng": 2})`, null],
  [`geo(geo(${square})).coordinates`, [outline]],
  [`geo(@{"type": "Feature"})`, null],
  [`geo({"type": "Polygon", "coordinates": [[[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]]]})`, null],
  [`geo({"type": "Polygon", "coordinates": [[[0, 0], [10, 0], [10, 0], [0, 10], [0, 0]]]})`, null],
  [`geo("POINT(1 2)")`, null],
  [`geo::contains(geo(${square}), geo(${point(5, 5)}))`, true],
  [`geo::distance(geo(${oslo}), geo(null))`, null],
  [`fn at::place($of) = $of[]{"is": geo(@)}; at::place([${oslo}])[0].is.type`, 'Point'],
  [
    `geo(${collection(here, collection(there))})`,
    {
      type: 'GeometryCollection',
      geometries: [
        {type: 'Point', coordinates: [5, 5]},
        {type: 'GeometryCollection', geometries: [{type: 'Point', coordinates: [20, 20]}]},
      ],
    },
  ],
  [`geo(${collection()})`, null],
  [`geo(${collection(here, '{"lat": 1, "lng": 2}')})`, null],
  [`geo::contains(${square}, ${collection(here, here)})`, true],
  [`geo::contains(${square}, ${collection(here, there)})`, false],
  [`geo::contains(${collection(square, there)}, ${both})`, true],
  [`geo::contains(${collection(square, here)}, ${both})`, false],
  [`geo::intersects(${collection(there, square)}, ${collection(here)})`, true],
  [`geo::intersects(${collection(there)}, ${square})`, false],
  [`geo::distance(${collection(here)}, ${here})`, 0],
  [`geo::distance(${collection(here, there)}, ${here})`, null],
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

test.each([
  ['geo()', 'Incorrect number of arguments to function geo(). Expected 1, got 0.'],
  [
    'geo({"type": "FeatureCollection", "features": []})',
    'function geo() knows no geometry of type "FeatureCollection"',
  ],
])('%s is refused where it stands', (query, message) => {
  expect(() => evaluate(query)).toThrow(new QueryParseError(message, query, 0, 3))
})

test('an error of syntax stands where it is, whatever the query constructs', () => {
  const query = 'geo({"lat": 1, "lng": 2}) +'
  expect(() => evaluate(query)).toThrow(
    new QueryParseError('Syntax error in GROQ query at position 27: Expected expression', query, 26, 27),
  )
})

test('a distance is the one of the official test suite', () => {
  expect(evaluate(`geo::distance(${oslo}, ${stockholm})`)).toBeCloseTo(416_760.7738822515, 6)
})
