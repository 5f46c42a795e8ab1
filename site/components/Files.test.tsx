import {renderToStaticMarkup} from 'react-dom/server'
import {expect, test} from 'vitest'
import type {BodyItem, TextBlock} from '../content.ts'
import {createAssets} from '../images/createAssets.ts'
import {Body} from './Body.tsx'
import {Files} from './Files.tsx'
import {SiteContext} from './SiteContext.tsx'

const named = [
  {name: 'slides.pdf', asset: 'file-aa11-pdf'},
  {name: '../talks/발표.pdf', asset: 'file-bb22-pdf'},
  {name: 'photo.jpg', asset: 'image-cc33-2000x1000-jpg'},
  {name: 'demo.mp4', asset: 'file-dd44-mp4'},
  {name: 'gone.pdf', asset: null},
]

function rendered(body: BodyItem[], origin = ''): string {
  const assets = createAssets({projectId: 'p', dataset: 'd', origin})
  return renderToStaticMarkup(
    <SiteContext value={{language: 'en', assets, remoteImages: 'link'}}>
      <Files value={named}>
        <Body value={body} />
      </Files>
    </SiteContext>,
  )
}

/** A paragraph that is one link. */
function linked(href: string): TextBlock {
  const markDefs = [{_type: 'link' as const, _key: 'l', href}]
  const children = [{_type: 'span' as const, _key: 's', text: 'x', marks: ['l']}]
  return {_type: 'block', _key: 'b', style: 'normal', markDefs, children}
}

const slides = '<a href="/files/p/d/aa11.pdf">x</a>'

test.each([
  ['slides.pdf', '/files/p/d/aa11.pdf'],
  ['./slides.pdf#page=3', '/files/p/d/aa11.pdf#page=3'],
  ['slides.pdf?raw=1', '/files/p/d/aa11.pdf'],
  ['../talks/%EB%B0%9C%ED%91%9C.pdf', '/files/p/d/bb22.pdf'],
  ['../talks/발표.pdf'.normalize('NFD'), '/files/p/d/bb22.pdf'],
  ['photo.jpg', '/images/p/d/cc33-2000x1000.jpg'],
  ['gone.pdf', 'gone.pdf'],
  ['other.pdf', 'other.pdf'],
  ['%E0.pdf', '%E0.pdf'],
])('a link to %s leads to %s', (href, address) => {
  expect(rendered([linked(href)])).toBe(`<div class="prose"><p><a href="${address}">x</a></p></div>`)
})

test('a file of a hosted lake is at its own host, in a new tab; its pictures are shown', () => {
  const picture: BodyItem = {_type: 'rawHtml', _key: 'h', html: '<img src="photo.jpg" alt="">'}
  const src = 'https://cdn.sanity.io/images/p/d/cc33-2000x1000.jpg?w=1440&amp;fit=max&amp;auto=format'
  expect(rendered([linked('slides.pdf'), picture], 'https://cdn.sanity.io')).toBe(
    '<div class="prose"><p><a href="https://cdn.sanity.io/files/p/d/aa11.pdf" target="_blank" rel="noopener">x</a></p>' +
      `<div class="html"><img alt="" loading="lazy" src="${src}" width="1440" height="720" /></div></div>`,
  )
})

test('files are found in whatever part of a body names them', () => {
  const cell = {_key: 'c', content: [linked('slides.pdf')]}
  const body: BodyItem[] = [
    {_type: 'table', _key: '1', header: false, rows: [{_key: 'r', cells: [cell]}]},
    {_type: 'button', _key: '2', text: 'x', url: 'slides.pdf'},
    {_type: 'figure', _key: '3', src: 'photo.jpg', alt: 'a', caption: '[x](slides.pdf)', link: 'slides.pdf'},
    {_type: 'rawMarkdown', _key: '4', markdown: '1. [x](slides.pdf)\n\n   ![a](photo.jpg)'},
    {_type: 'shortcode', _key: '5', name: 'cta', source: '{{< cta cta_text="x" cta_link="slides.pdf" >}}'},
    {_type: 'callout', _key: '6', kind: 'note', content: [linked('slides.pdf')]},
    {
      _type: 'rawHtml',
      _key: '7',
      html: '<video src="demo.mp4" poster="photo.jpg"></video><iframe src="slides.pdf"></iframe>',
    },
  ]
  const markup = rendered(body)
  expect(markup.split(slides).length - 1).toBe(4)
  const found = [...markup.matchAll(/(?:href|src|poster)="([^"]*)"/g)].map(([, address]) => address?.split('?')[0])
  const [pdf, photo] = ['/files/p/d/aa11.pdf', '/images/p/d/cc33-2000x1000.jpg']
  expect(found).toEqual([pdf, pdf, pdf, photo, pdf, pdf, photo, pdf, pdf, photo, '/files/p/d/dd44.mp4', pdf])
})
