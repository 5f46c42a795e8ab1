import {expect, test} from 'vitest'
import {sayIn} from '../text/say.ts'
import {rawHtml} from './rawHtml.ts'

const prepare = rawHtml(sayIn('ko')).preview?.prepare

test.each([
  ['<!-- 나중에\n고칠 것 -->', {title: '나중에', subtitle: '메모 (사이트에 보이지 않음)'}],
  ['<!---->', {title: '빈 HTML', subtitle: '메모 (사이트에 보이지 않음)'}],
  ['<!--more-->\n', {title: 'more', subtitle: '목록에 보일 요약은 여기까지'}],
  ['<!-- a --><b>x</b><!-- c -->', {title: '<!-- a --><b>x</b><!-- c -->', subtitle: 'HTML'}],
  ['<br>', {title: '<br>', subtitle: 'HTML'}],
  [undefined, {title: '빈 HTML', subtitle: 'HTML'}],
])('the HTML %j is told as what it is', (html, shown) => {
  expect(prepare?.({html})).toEqual(shown)
})
