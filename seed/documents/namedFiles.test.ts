import fc from 'fast-check'
import {expect, test} from 'vitest'
import {pageFileAt} from '../bundle/pageFileAt.ts'
import {readSiteConfig} from '../bundle/siteConfig.ts'
import {readPage} from './page.ts'
import {createSiteView} from './site.ts'
import {toDocument} from './toDocument.ts'

const {config} = readSiteConfig(new Map(), 'UTC')

/** Name and path of each file that is named by the text of a talk in `content/event/x`. */
function named(text: string, {resources = [], files = []}: {resources?: string[]; files?: string[]}): unknown[] {
  const file = {...pageFileAt('content/event/x/index.md', 'talk'), resources}
  const {document} = toDocument(readPage(file, text), createSiteView([file], config, {files: new Set(files)}))
  return (document.hugo?.files ?? []).map(({_type, name, asset}) => [
    _type,
    name,
    asset._ref.replace('lectern-file:', ''),
  ])
}

const own = (name: string, path = name) => ['file', name, `content/event/x/${path}`]

test.each([
  ['a link', '[slides](slides.pdf)'],
  ['a link with a title', '[slides](slides.pdf "the slides")'],
  ['a link with ./ and a fragment', '[slides](./slides.pdf#page=3)'],
  ['a reference', '[slides][s]\n\n[s]: slides.pdf'],
  ['a picture around which there is a link', '[![x](https://example.org/x.png)](slides.pdf)'],
  ['HTML', '<a href="slides.pdf" class=x>slides</a>'],
  ['HTML with single quotes', "<a href='slides.pdf'>slides</a>"],
  ['HTML without quotes', '<a href=slides.pdf>slides</a>'],
  ['a cell', '| a |\n|---|\n| [slides](slides.pdf)|'],
  ['a note', 'x[^1]\n\n[^1]: see [slides](slides.pdf).'],
  ['a shortcode', '{{< cta cta_text="Slides" cta_link="slides.pdf" >}}'],
  ['a sentence', 'They are in `slides.pdf`.'],
])('%s names a file of the bundle', (_, body) => {
  expect(named(`---\ntitle: T\n---\n${body}\n`, {resources: ['other.pdf', 'slides.pdf']})).toEqual([own('slides.pdf')])
})

test('names may hold spaces, parentheses, Hangul and folders, in any spelling of theirs', () => {
  const resources = ['my slides.pdf', 'a (1).pdf', 'b(2).pdf', '발표 자료.pdf', 'more/c.pdf']
  const body =
    '[a](<my slides.pdf>) <a href="a (1).pdf">a</a> [b](b(2).pdf) [c](%EB%B0%9C%ED%91%9C%20%EC%9E%90%EB%A3%8C.pdf) [d](more/c.pdf)'
  expect(named(`---\ntitle: T\n---\n${body.normalize('NFD')}\n`, {resources})).toEqual(
    resources.map((name) => own(name)),
  )
})

test('the abstract and other texts of the front matter name files too, its links do not', () => {
  const header = 'abstract: "See [a](a.pdf)"\nsummary: <a href="b.pdf">b</a>\nurl_pdf: c.pdf'
  expect(named(`---\n${header}\n---\n`, {resources: ['a.pdf', 'b.pdf', 'c.pdf']})).toEqual([own('a.pdf'), own('b.pdf')])
})

test('static files are where their address leads from the page, pictures and players also in the media folder', () => {
  const files = ['static/talks/a.pdf', 'static/event/b.pdf', 'static/media/c.png', 'assets/media/d.mp4', 'static/e.pdf']
  const body =
    '[a](../../talks/a.pdf) [b](../b.pdf) <img src="/media/c.png"> {{< video src="d.mp4" >}} [e](e.pdf) [f](/f.pdf)'
  expect(named(`---\ntitle: T\n---\n${body}\n`, {files})).toEqual([
    ['file', '../../talks/a.pdf', 'static/talks/a.pdf'],
    ['file', '../b.pdf', 'static/event/b.pdf'],
    ['file', '/media/c.png', 'static/media/c.png'],
    ['file', 'd.mp4', 'assets/media/d.mp4'],
  ])
})

test('a gallery names the pictures of its album, of the bundle and of the media folder', () => {
  const resources = ['demo/b.jpg', 'demo/notes.txt', 'gallery/c.png']
  const files = ['assets/media/albums/demo/a.jpg', 'assets/media/albums/other/d.jpg', 'static/demo/e.jpg']
  expect(named('---\ntitle: T\n---\n{{< gallery album="demo" >}}\n\n{{< gallery >}}\n', {resources, files})).toEqual([
    own('demo/b.jpg'),
    ['file', 'demo/a.jpg', 'assets/media/albums/demo/a.jpg'],
    own('gallery/c.png'),
  ])
})

test.each([
  ['a pair of UTF-16 units that is cut in two', `${'\u{1f600}'.repeat(200)}a.pdf`],
  ['a host behind an encoded slash', '[x](%2F%2Fa:b/slides.pdf) [y](.///a:99999/slides.pdf)'],
  ['an encoded scheme', '[x](http%3A//a:b/slides.pdf) [y](https%3A//site/files/slides.pdf)'],
  ['a lone unit', `[x](\ud83dslides.pdf)`],
])('%s is no file, and nothing to stumble over', (_, body) => {
  const files = ['static/files/slides.pdf', 'static/slides.pdf']
  expect(named(`---\ntitle: T\n---\n${body}\n`, {resources: ['notes.pdf'], files})).toEqual([])
})

test('no text stops the search for files', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '.pdf',
      '/',
      '//',
      '%2F',
      '%',
      ':',
      '@',
      '#',
      '?',
      '[',
      ']',
      '(<',
      '="',
      '.',
      '..',
      'http:',
      '\\',
      ' ',
    ),
    fc.string({unit: 'binary', maxLength: 4}),
  )
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 20}), (pieces) => {
      expect(named(`---\ntitle: T\n---\n\n${pieces.join('')}.pdf\n`, {files: ['static/none.pdf']})).toEqual([])
    }),
  )
})

test('what is no file of the site is not named: other hosts, missing files, words', () => {
  const body =
    'Version 3.14 of a.pdf. [x](https://example.org/slides.pdf) [y](//example.org/slides.pdf) [z](%E0.pdf) slides.pdfx'
  expect(named(`---\ntitle: T\n---\n${body}\n`, {resources: ['slides.pdf']})).toEqual([])
})
