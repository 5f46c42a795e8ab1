import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {checkRoundTrip} from '../seed/corpus/checkRoundTrip.ts'
import {withTemporaryLake} from '../start/withTemporaryLake.ts'

const SITE: Record<string, string> = {
  'config.toml': '<<<<<<< HEAD\ntitle = "One"\n=======\ntitle = "Two"\n>>>>>>> other\n',
  'config/production/config.yaml': 'ignoreFiles: ["\\\\.bak\\\\.md$"]\n',
  'content/event/a/index.md': '---\ntitle: A\nprojects: [plan]\nauthors: [me]\n---\ntext\n',
  'content/event/b.bak.md': '---\ntitle: B\n---\n',
  'content/project/plan.md': '---\ntitle: Plan\n---\n',
  'content/projects/plan/index.md': '---\ntitle: Plan again\n---\n',
  'content/project/plan/index.md': '---\ntitle: What Hugo takes for plan.md\n---\n',
  'content/project/deep/data/notes.md': '---\ntitle: In a folder of the name of data\n---\ntext: more\n',
  'content/event/back\\slash/index.md': '---\ntitle: Its folder has a backslash\n---\n',
  'content/authors/me/_index.md': '---\ntitle: Me\n---\n',
  'data/authors/me.yaml': 'name: {display: Me}\n',
}

/** All but the two that Hugo passes over. */
const PAGES = 7

test('a site with a broken configuration, pages of one name, odd folders and a file that Hugo ignores comes back whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-corpus-'))
  try {
    for (const [path, text] of Object.entries(SITE)) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), text)
    }
    const trip = await withTemporaryLake((client, scratch) => checkRoundTrip(client, `${folder}/`, scratch))
    expect(trip).toEqual({
      pages: PAGES,
      refused: [expect.stringMatching(/^config\.toml:1: TOML: .*; Git left a conflict here: /)],
      identical: PAGES,
      lost: [],
    })
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
