import {readdirSync, readFileSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'

/** A way from the files of a Hugo site to documents. Each loads only what it needs, so that its memory is its own. */
export interface Route {
  /** Turns every page into a document, one after the other; `limit` pages at most. */
  documents(limit: number): AsyncIterable<unknown>
  close(): Promise<void>
}

export type OpenRoute = (folder: string) => Promise<Route>

/** Ours: ids, references, stubs, typed blocks, notices with lines. */
export const ourRoute: OpenRoute = (folder) => openOurs(folder, 0)

/** Ours as an import of a large site does it: with a thread for every further core. */
export const ourRouteOnAllCores: OpenRoute = (folder) => openOurs(folder, availableParallelism() - 1)

async function openOurs(folder: string, threads: number): Promise<Route> {
  const {readSite} = await import('../../seed/bundle/readSite.ts')
  const {readText} = await import('../../seed/bundle/readText.ts')
  const {createPageConverter} = await import('../../seed/conversion/pageConverter.ts')
  const {pages, config, files} = readSite(folder)
  const converter = createPageConverter({pages, config, options: {files}}, threads)
  return {
    documents: (limit) =>
      converter.convert(
        readSite(folder)
          .pages.values()
          .take(limit)
          .map((file) => ({file, text: readText(folder, file.path)})),
      ),
    close: converter.close,
  }
}

/** What Sanity documents for migrations: Markdown to HTML, HTML to blocks over a DOM. */
export async function documentedRoute(folder: string): Promise<Route> {
  const {htmlToBlocks} = await import('@portabletext/block-tools')
  const {Schema} = await import('@sanity/schema')
  const {default: matter} = await import('gray-matter')
  const {JSDOM} = await import('jsdom')
  const {default: rehypeStringify} = await import('rehype-stringify')
  const {default: remarkGfm} = await import('remark-gfm')
  const {default: remarkParse} = await import('remark-parse')
  const {default: remarkRehype} = await import('remark-rehype')
  const {unified} = await import('unified')
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze()
  const schema = Schema.compile({
    name: 'bench',
    types: [{type: 'object', name: 'page', fields: [{name: 'body', type: 'array', of: [{type: 'block'}]}]}],
  })
  const fields: {name: string; type: Parameters<typeof htmlToBlocks>[1]}[] = schema.get('page').fields
  const blocks = fields.find(({name}) => name === 'body')?.type
  if (blocks === undefined) throw new Error('The schema has no body.')
  return {
    async *documents(limit) {
      for (const text of textsOf(folder, limit)) {
        const {content, data} = matter(text, {})
        const html = String(processor.processSync(content))
        const body = htmlToBlocks(html, blocks, {parseHtml: (document) => new JSDOM(document).window.document})
        yield {_type: 'talk', ...data, body}
      }
    },
    close: () => Promise.resolve(),
  }
}

/** The direct official converter. */
export async function directRoute(folder: string): Promise<Route> {
  const {markdownToPortableText} = await import('@portabletext/markdown')
  const {default: matter} = await import('gray-matter')
  return {
    async *documents(limit) {
      for (const text of textsOf(folder, limit)) {
        // Options keep gray-matter from caching every page.
        const {content, data} = matter(text, {})
        yield {_type: 'talk', ...data, body: markdownToPortableText(content)}
      }
    },
    close: () => Promise.resolve(),
  }
}

function* textsOf(folder: string, limit: number): Generator<string> {
  const events = join(folder, 'content/event')
  for (const name of readdirSync(events).slice(0, limit)) yield readFileSync(join(events, name, 'index.md'), 'utf8')
}
