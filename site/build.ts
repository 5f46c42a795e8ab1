import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {createClient} from '@sanity/client'
import {buildSite} from './buildSite.ts'
import {loadSite} from './loadSite.ts'

const usage = `node site/build.ts [--origin=https://talks.example.org] [--out=dist/public] [--language=ko|en]

Writes the published site as files, from the Content Lake that npm start serves (PORT, default 3333), or from the hosted one
(SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET, SANITY_AUTH_TOKEN).`

const {values} = parseArgs({
  options: {
    origin: {type: 'string', default: 'http://localhost:3333'},
    out: {type: 'string', default: join(import.meta.dirname, '..', 'dist', 'public')},
    language: {type: 'string', default: 'ko'},
    help: {type: 'boolean', default: false},
  },
})

if (values.help || (values.language !== 'ko' && values.language !== 'en') || !URL.canParse(values.origin)) {
  console.log(usage)
  process.exitCode = values.help ? 0 : 1
} else {
  await run(values.origin, values.out, values.language)
}

async function run(origin: string, outDir: string, language: 'ko' | 'en'): Promise<void> {
  const local = `http://localhost:${process.env['PORT'] ?? 3333}`
  const projectId = process.env['SANITY_STUDIO_PROJECT_ID']
  const token = process.env['SANITY_AUTH_TOKEN']
  const client = createClient({
    projectId: projectId ?? 'lectern',
    dataset: process.env['SANITY_STUDIO_DATASET'] ?? 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    ...(projectId === undefined && {apiHost: local, useProjectHostname: false}),
    ...(projectId !== undefined && token !== undefined && {token}),
  })
  const {createSite} = await loadSite({print: console.log})
  const report = await buildSite({
    site: createSite({client, language, origin}),
    fetchAsset: (path) => fetch(new URL(path, local), {headers: {accept: 'image/webp,*/*'}}),
    outDir,
    origin,
  })
  console.log(
    `${outDir}: ${report.written.length} written, ${report.unchanged} unchanged, ${report.removed.length} removed`,
  )
}
