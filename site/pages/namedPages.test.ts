import {expect, test} from 'vitest'
import {documents, koreanTalk} from '../fixtures/documents.ts'
import {koreanAddress, readSite} from '../fixtures/readSite.ts'

const path = 'content/ko/event/2024/backend/index.md'
const [admin, lee, project] = documents

/** What the page of a talk shows for this Markdown. */
async function shown(markdown: string): Promise<string> {
  const at = (document: object | undefined, file: string) => ({...document, hugo: {path: file}})
  const body = [{_type: 'rawMarkdown', _key: 'm', markdown}]
  const other = {...koreanTalk, _id: 'other', title: '다른 발표', slug: {_type: 'slug', current: 'other'}}
  const {html} = await readSite(
    [
      at(admin, 'content/ko/authors/admin/_index.md'),
      at(lee, 'content/authors/lee/_index.md'),
      at(project, 'content/ko/project/example.md'),
      at({...koreanTalk, body}, path),
      at(other, 'content/ko/event/2024/other/index.md'),
      at(
        {...other, _id: 'later', slug: {_type: 'slug', current: 'later'}, publishDate: '2030-01-01T00:00:00Z'},
        'content/ko/event/later.md',
      ),
    ],
    koreanAddress,
  )
  return /<div class="markdown">([\s\S]*?)<\/div>/.exec(html)?.[1]?.trim() ?? html
}

test.each([
  ['/event/2024/other', '/talk/other/'],
  ['/event/2024/other/index.md', '/talk/other/'],
  ['event/2024/other', '/talk/other/'],
  ['other', '/talk/other/'],
  ['../2024/other', undefined],
  ['/project/example.md#goal', '/project/example/#goal'],
  ['/authors/admin', '/author/admin/'],
  ['/authors/lee', '/author/lee/'],
  ['/event/later', undefined],
  ['/publication/none', undefined],
])('a reference to %s leads to %s', async (name, address) => {
  const link = address === undefined ? '<a>x</a>' : `<a href="${address}">x</a>`
  expect(await shown(`<a href="{{< ref "${name}" >}}">x</a>`)).toBe(`<p>${link}</p>`)
})

test('a person who is mentioned is named, with a link to their page', async () => {
  const call = {_type: 'shortcode', _key: 's', name: 'mention', source: '{{% mention "admin" %}}'}
  const {html} = await readSite(
    [
      {...admin, hugo: {path: 'content/authors/admin/_index.md'}},
      {...koreanTalk, body: [call], hugo: {path}},
    ],
    koreanAddress,
  )
  expect(html).toContain('<p><a href="/author/admin/">김지은</a></p>')
})
