import {existsSync, globSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

/** A page of the corpus without its front matter. */
export interface CorpusBody {
  path: string
  body: string
}

/** The folder of real sites: LECTERN_CORPUS, or `shared/corpus` beside the project; nothing when neither is there. */
export function corpusFolder(): string | undefined {
  const folder = process.env['LECTERN_CORPUS'] ?? resolve(import.meta.dirname, '../../../../shared/corpus')
  return existsSync(folder) ? folder : undefined
}

/** The distinct bodies of a folder's pages, by path. */
export function readCorpus(folder: string): CorpusBody[] {
  const seen = new Set<string>()
  const bodies: CorpusBody[] = []
  for (const path of globSync('**/*.md', {cwd: folder}).toSorted()) {
    const text = readFileSync(join(folder, path), 'utf8')
    const matter = /^\uFEFF?(---|\+\+\+)[^\n]*\n[\s\S]*?\n\1[^\n]*(?:\n|$)/.exec(text)
    const body = text.slice(matter?.[0].length ?? 0)
    if (seen.has(body)) continue
    seen.add(body)
    bodies.push({path, body})
  }
  return bodies
}
