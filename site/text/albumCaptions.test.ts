import {expect, test} from 'vitest'
import {albumCaptions} from './albumCaptions.ts'

test('captions are found by album and picture', () => {
  const items = [
    {album: 'demo', image: 'a.jpg', caption: '*첫* 사진'},
    {album: 'demo', image: 'b.jpg', caption: ''},
    {image: 'c.jpg', caption: 'no album'},
    'text',
    null,
  ]
  expect([...albumCaptions(JSON.stringify({Gallery_Item: items}))]).toEqual([['demo/a.jpg', '*첫* 사진']])
})

test.each([null, undefined, '', '{', '[]', 'null', '{"gallery_item": "x"}'])('%s has none', (frontMatter) => {
  expect(albumCaptions(frontMatter)).toEqual(new Map())
})
