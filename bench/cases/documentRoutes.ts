import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {htmlToBlocks} from '@portabletext/block-tools'
import {markdownToPortableText} from '@portabletext/markdown'
import {Schema} from '@sanity/schema'
import matter from 'gray-matter'
import {JSDOM} from 'jsdom'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {readSite, readText} from '../../seed/bundle/readSite.ts'
import {readPage} from '../../seed/documents/page.ts'
import {createSiteView} from '../../seed/documents/site.ts'
import {toDocument} from '../../seed/documents/toDocument.ts'

/** Turns every page of a Hugo site into a document, one after the other; `limit` pages at most. */
export type Route = (folder: string, limit: number) => Generator

/** Ours: ids, references, stubs, typed blocks, notices with lines. */
export function* ourRoute(folder: string, limit: number): Generator {
  const site = readSite(folder)
  const view = createSiteView(site.pages, site.config, {files: site.files})
  for (const file of site.pages.slice(0, limit)) yield toDocument(readPage(file, readText(folder, file.path)), view)
}

/** What Sanity documents for migrations: Markdown to HTML, HTML to blocks over a DOM. */
export function* documentedRoute(folder: string, limit: number): Generator {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze()
  const schema = Schema.compile({
    name: 'bench',
    types: [{type: 'object', name: 'page', fields: [{name: 'body', type: 'array', of: [{type: 'block'}]}]}],
  })
  const fields: {name: string; type: Parameters<typeof htmlToBlocks>[1]}[] = schema.get('page').fields
  const blocks = fields.find(({name}) => name === 'body')?.type
  if (blocks === undefined) throw new Error('The schema has no body.')
  for (const {content, data} of pagesOf(folder, limit)) {
    const html = String(processor.processSync(content))
    const body = htmlToBlocks(html, blocks, {parseHtml: (text) => new JSDOM(text).window.document})
    yield {_type: 'talk', ...data, body}
  }
}

/** The direct official converter. */
export function* directRoute(folder: string, limit: number): Generator {
  for (const {content, data} of pagesOf(folder, limit))
    yield {_type: 'talk', ...data, body: markdownToPortableText(content)}
}

/** Options keep gray-matter from caching every page. */
function* pagesOf(folder: string, limit: number): Generator<{content: string; data: object}> {
  const events = join(folder, 'content/event')
  for (const name of readdirSync(events).slice(0, limit))
    yield matter(readFileSync(join(events, name, 'index.md'), 'utf8'), {})
}
