import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {DatabaseSync} from 'node:sqlite'

type Row = Record<string, unknown>
type Doc = {
  _id: string
  _type: string
  start?: string
  slug?: {current: string}
  authors?: {_ref: string}[]
  name?: string
}

/** The least one would write instead of a lake: node:http over node:sqlite, JSON parsed per request, commits as durable as the lake's. */
export function floorServer(file: string) {
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, type TEXT, slug TEXT, start TEXT, json TEXT);
    CREATE INDEX IF NOT EXISTS by_start ON documents (type, start); CREATE INDEX IF NOT EXISTS by_slug ON documents (slug)`)
  const put = db.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)')
  const byId = db.prepare('SELECT json FROM documents WHERE id = ?')
  const bySlug = db.prepare('SELECT json FROM documents WHERE slug = ?')
  const upcoming = db.prepare(`SELECT json FROM documents WHERE type = 'talk' AND start >= ? ORDER BY start LIMIT 20`)
  const parse = (row: Row | undefined): Doc => JSON.parse(typeof row?.['json'] === 'string' ? row['json'] : '{}')
  const save = (doc: Doc) =>
    put.run(doc._id, doc._type, doc.slug?.current ?? null, doc.start ?? null, JSON.stringify(doc))
  const saveAll = (docs: Iterable<Doc>) => {
    db.exec('BEGIN')
    for (const doc of docs) save(doc)
    db.exec('COMMIT')
    return {}
  }
  const withNames = (talk: Doc) => ({...talk, authors: talk.authors?.map(({_ref}) => parse(byId.get(_ref)).name)})
  const answers: Record<string, (key: string, body: string) => unknown> = {
    id: (id) => byId.get(id)?.['json'],
    list: (from) => JSON.stringify(upcoming.all(from).map((row) => withNames(parse(row)))),
    slug: (slug) => JSON.stringify(withNames(parse(bySlug.get(slug)))),
    patch: (id, body) => JSON.stringify(save({...parse(byId.get(id)), ...JSON.parse(body)})),
    bulk: (_, body) => JSON.stringify(saveAll(JSON.parse(body))),
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, name = '', key = ''] = decodeURIComponent(request.url ?? '').split('/')
    const body = request.method === 'POST' ? Buffer.concat(await request.toArray()).toString() : ''
    response.setHeader('content-type', 'application/json').end(answers[name]?.(key, body))
  }
  const server = createServer((request, response) => void answer(request, response))
  return {server, saveAll, close: () => db.close()}
}
