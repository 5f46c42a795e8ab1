import type {PageFile} from '../bundle/findPages.ts'
import {hashFiles, hashSource} from '../bundle/hashPage.ts'
import {readText} from '../bundle/readText.ts'
import type {Refusal} from '../bundle/refusal.ts'
import type {PageResult, PageText} from '../conversion/convertPage.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import type {ImportRun} from './importRun.ts'

/** Some pages of a site, converted: nothing is planned or written yet. */
export interface ConvertedChunk {
  /** Number of files. */
  size: number
  /** Of these, as they were at the last import. */
  unchanged: number
  refusals: Refusal[]
  pages: Array<{source: PageText; result: PageResult}>
}

/** Reads some files, and converts the pages that changed since the last import. */
export async function convertChunk(files: readonly PageFile[], run: ImportRun): Promise<ConvertedChunk> {
  const chunk: ConvertedChunk = {size: files.length, unchanged: 0, refusals: [], pages: []}
  const sources: PageText[] = []
  for await (const result of run.pageConverter.convert(changedPages(files, chunk, sources, run))) {
    const source = sources.shift()
    if (!source) throw new Error('The converter gave more results than it was given pages')
    chunk.pages.push({source, result})
  }
  if (sources[0]) throw new Error(`${sources[0].file.path} was not converted`)
  return chunk
}

/** Reads the pages when they are asked for. Those to convert are listed in `sources` too. */
function* changedPages(
  files: readonly PageFile[],
  chunk: ConvertedChunk,
  sources: PageText[],
  run: ImportRun,
): Generator<PageText> {
  for (const file of files) {
    try {
      const text = readChanged(file, run)
      if (text === undefined) chunk.unchanged++
      else {
        sources.push({file, text})
        yield {file, text}
      }
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error
      chunk.refusals.push({path: file.path, line: error.line, message: error.message})
    }
  }
}

/** The text of a page, unless it is as it was at the last import. */
function readChanged(file: PageFile, run: ImportRun): string | undefined {
  const hash = run.hashes.get(file.path)
  if (hash !== undefined && isUnchanged(file, hash, run)) return undefined
  const text = run.texts.get(file.path) ?? readText(run.site.folder, file.path)
  return isUnchanged(file, hashSource(text), run) ? undefined : text
}

function isUnchanged(file: PageFile, hash: string, run: ImportRun): boolean {
  if (run.options.all === true || run.options.prefer === 'file') return false
  const previous = run.known.byId(run.view.idOf(file))
  if (!previous?.imported || previous.path !== file.path) return false
  const {converter, source, files} = previous.imported
  return converter === run.converter && source === hash && files === hashFiles(file, run.site)
}
