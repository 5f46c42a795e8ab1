import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {readSite} from './readSite.ts'

const SITE: Record<string, string | Uint8Array> = {
  'content/authors/me/_index.md': '---\ntitle: Me\n---\n',
  'layouts/partials/person.html': '{{ .Params.degree }}',
  'layouts/partials/latin1.html': Uint8Array.of(0x7b, 0x7b, 0xe9, 0x7d, 0x7d),
  'themes/plain/layouts/talk/single.html': '{{ .Params.venue }}',
  'themes/plain/exampleSite/layouts/index.html': '{{ .Params.nickname }}',
  '_vendor/example.org/theme/v2/layouts/index.html': '{{ .Params.room }}',
  'layouts/readme.md': '{{ .Params.nickname }}',
}

test("the templates in a site's folder say which keys they read; one that is not UTF-8 says none", () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-site-'))
  try {
    for (const [path, content] of Object.entries(SITE)) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), content)
    }
    const {templateNames, refusals, notices} = readSite(folder, 'UTC')
    expect([templateNames, refusals, notices]).toEqual([new Set(['params', 'degree', 'venue', 'room']), [], []])
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
