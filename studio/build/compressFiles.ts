import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {brotliCompress, constants, gzip} from 'node:zlib'
import {globSync} from 'tinyglobby'

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)
const SMALLEST = 1024

/** Puts a gzip and a brotli copy beside every text file of a folder that is worth it. */
export async function compressFiles(dir: string): Promise<void> {
  const files = globSync('**/*.{js,css,html,svg,json}', {cwd: dir})
  await Promise.all(files.map(async (file) => compressFile(join(dir, file))))
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.length < SMALLEST) return
  const params = {[constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_SIZE_HINT]: content.length}
  await Promise.all([
    compressGzip(content, {level: 7}).then((bytes) => writeFile(`${path}.gz`, bytes)),
    compressBrotli(content, {params}).then((bytes) => writeFile(`${path}.br`, bytes)),
  ])
}
