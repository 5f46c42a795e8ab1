import type {SanityClient} from '@sanity/client'
import type {SeedType} from '../ids/seedTypes.ts'

/** Rows per query: a lake answers a query in five seconds, or not at all. */
const PAGE = 1000

/**
 * A part of every one of our documents, drafts too, type by type and in the order of their ids. Versions in releases are
 * no concern of the files. While rows are worked on, the lake looks for the next ones.
 * @param partOf GROQ of what is wanted of a document of that type besides its `_id`: `_type, "path": hugo.path`.
 */
export async function* eachRow<Row extends {_id: string}>(
  client: SanityClient,
  types: readonly SeedType[],
  partOf: (type: SeedType) => string,
): AsyncGenerator<Row> {
  for (const type of types) {
    const query = `*[_type == $type && _id > $after] | order(_id)[0...${PAGE}]{_id, ${partOf(type)}}`
    const ask = (after: string) => client.fetch<Row[]>(query, {type, after}, {perspective: 'raw'})
    for (let rows = await ask(''); rows.length > 0;) {
      const last = rows.length < PAGE ? undefined : rows.at(-1)
      const next = last && ask(last._id)
      for (const row of rows) if (!row._id.startsWith('versions.')) yield row
      rows = (await next) ?? []
    }
  }
}
