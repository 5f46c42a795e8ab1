import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {readWithHugo} from '../documents/testing/readWithHugo.ts'
import {hasHugo} from '../markdown/testing/renderWithHugo.ts'
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

/** What is read of a site of these files, without a configuration. */
function read(files: Record<string, string | Uint8Array>): ReturnType<typeof readSite> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-site-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), content)
    }
    return readSite(folder, 'UTC')
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

test("the templates in a site's folder say which keys they read; one that is not UTF-8 says none", () => {
  const {templateNames, refusals, notices} = read(SITE)
  expect([templateNames, refusals, notices]).toEqual([new Set(['params', 'degree', 'venue', 'room']), [], []])
})

test('HTML that begins with a tag is a file like any other, as for Hugo: only with front matter is it a page', ({
  skip,
}) => {
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  const pages = {
    'content/talk/deck/01.html': '<!DOCTYPE html>\n<html></html>\n',
    'content/talk/part.html': '\n <p>x</p>\n',
    'content/talk/page.html': '---\ntitle: T\n---\n<p>x</p>\n',
    'content/talk/json.html': '{"title": "T"}\n<p>x</p>\n',
    'content/talk/within.html': '<!--\n---\ntitle: T\n---\n-->\n<p>x</p>\n',
  }
  const told = read(pages).notices.map(({path}) => path)
  expect(told.sort()).toEqual([...readWithHugo(pages).keys()].sort())
  expect(told).toEqual(['content/talk/json.html', 'content/talk/page.html', 'content/talk/within.html'])
})
