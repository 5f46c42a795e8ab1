import {expect, test} from 'vitest'
import {exifMetadata} from './exifMetadata.ts'

const [bytes, short, long, fraction] = [1, 3, 4, 5]
const everything = {exif: true, location: true}

/** An entry of a directory: tag, type, how many values, and the value or where they are. */
function entry(tag: number, type: number, count: number, value: number): Buffer {
  const buffer = Buffer.alloc(12)
  buffer.writeUInt16BE(tag, 0)
  buffer.writeUInt16BE(type, 2)
  buffer.writeUInt32BE(count, 4)
  buffer.writeUInt32BE(value, 8)
  return buffer
}

/** The directory of a photograph's own tags stands here; what it refers to after it. */
const photoAt = 26

function block(
  entries: readonly Buffer[],
  values: Buffer = Buffer.alloc(0),
  pointer = entry(0x8769, long, 1, photoAt),
): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(entries.length)
  const root = [Buffer.from([0, 1]), pointer, Buffer.alloc(4)]
  const header = Buffer.from('Exif\0\0MM\0\x2A\0\0\0\b', 'latin1')
  return Buffer.concat([header, ...root, length, ...entries, Buffer.alloc(4), values])
}

test('fractions that are no number are left out', () => {
  const at = photoAt + 2 + 3 * 12 + 4
  const entries = [entry(0x829a, fraction, 1, at), entry(0x829d, fraction, 1, at + 8), entry(0x9205, fraction, 2, at)]
  const values = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 10])
  expect(exifMetadata(block(entries, values), everything)).toEqual({
    exif: {_type: 'sanity.imageExifMetadata', FNumber: 2.8},
  })
})

test.each([
  ['as it should be', entry(0x8769, long, 1, photoAt)],
  ['by a number of two bytes', entry(0x8769, short, 1, photoAt * 0x1_00_00)],
])(
  'a block of 36 KB that names itself three thousand times, %s, is not read: it would take a gigabyte',
  (_, pointer) => {
    const entries = Array.from({length: 3_000}, (__, tag) => entry(tag + 1, bytes, 0xff_ff_ff_ff, 0))
    const bomb = block(entries, Buffer.alloc(0), pointer)
    const before = process.memoryUsage().rss
    expect(exifMetadata(bomb, everything)).toEqual({})
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  },
)

test('what lies behind the directories, as a small picture does, is not counted', () => {
  expect(exifMetadata(block([entry(0x8827, long, 1, 400)], Buffer.alloc(60_000, 0xff)), everything)).toEqual({
    exif: {_type: 'sanity.imageExifMetadata', ISOSpeedRatings: 400},
  })
})

test('directories that lead to themselves come to an end', () => {
  const circle = block([entry(0x8769, long, 1, photoAt), entry(0xa005, long, 1, 8)])
  expect(exifMetadata(circle, everything)).toEqual({
    exif: {_type: 'sanity.imageExifMetadata', 34665: photoAt, InteroperabilityTag: 8},
  })
})

test.each([
  ['nothing', undefined],
  ['something else', Buffer.from('something else')],
  ['no byte order', Buffer.from('Exif\0\0XX\0\x2A', 'latin1')],
  ['an end that is too early', Buffer.from('Exif\0\0MM\0\x2A\0', 'latin1')],
])('%s gives nothing', (_, broken) => {
  expect(exifMetadata(broken, everything)).toEqual({})
})
