import {ImageIcon} from '@sanity/icons/Image'
import {expect, test} from 'vitest'
import {sayIn} from '../text/say.ts'
import {figure} from './figure.ts'

test('a figure is told in one line above its picture, in two without one', () => {
  const prepare = figure(sayIn('ko')).preview?.prepare
  const asset = {_ref: 'image-a-1x1-png'}
  const empty = {alt: undefined, caption: undefined, src: undefined, asset: undefined}
  const shown = [{caption: '응답 시간', asset}, {asset}, {src: 'a.png'}].map((value) => prepare?.({...empty, ...value}))
  expect(shown).toEqual([
    {title: '응답 시간', media: asset},
    {title: '설명 없는 그림', media: asset},
    {title: 'a.png', subtitle: '그림', media: ImageIcon},
  ])
})
