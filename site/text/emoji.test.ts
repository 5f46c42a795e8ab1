import {nameToEmoji} from 'gemoji'
import {expect, test} from 'vitest'
import {showEmoji} from './emoji.ts'
import {blockMarkdown, inlineMarkdown, markdownText} from './markdown.ts'

test.each([
  [':tada: 축하합니다 :+1::smile:', '🎉 축하합니다 👍😄'],
  ['at 10:30:45, :unknown:tada:, :Tada:, a:b:c', 'at 10:30:45, :unknown🎉, :Tada:, a🅱️c'],
  ['no names', 'no names'],
])('%s reads %s', (text, shown) => {
  expect(showEmoji(text)).toBe(shown)
})

test('no name has a sign but + that means something in an expression', () => {
  expect(Object.keys(nameToEmoji).filter((name) => !/^[\w+-]+$/.test(name))).toEqual([])
})

test('Markdown shows them, but for code and bare addresses', () => {
  expect(inlineMarkdown('**:tada:** `:tada:` https://example.org/:tada:/ [:heart:](/a)')).toBe(
    '<strong>🎉</strong> <code>:tada:</code> <a href="https://example.org/:tada:/" target="_blank" rel="noopener">https://example.org/:tada:/</a> <a href="/a">❤️</a>',
  )
  expect(blockMarkdown('- :tada:\n\n      :tada:')).toBe(
    '<ul>\n<li>\n<p>🎉</p>\n<pre><code>:tada:\n</code></pre>\n</li>\n</ul>\n',
  )
  expect(markdownText('말 :speech_balloon:')).toBe('말 💬')
})
