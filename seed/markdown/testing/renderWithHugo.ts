import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const config = `baseURL: https://example.org/
disableKinds: [taxonomy, term, RSS, sitemap, home, section]
enableEmoji: true
markup:
  goldmark:
    renderer: {unsafe: true}
    parser: {attribute: {block: true}}
`

/** Whether the machine has Hugo. */
export function hasHugo(): boolean {
  return spawnSync('hugo', ['version']).status === 0
}

/** The HTML that Hugo gives for each text, spaces that a browser ignores made one: all in one run of a temporary site. */
export function renderWithHugo(texts: readonly string[]): string[] {
  const site = mkdtempSync(join(tmpdir(), 'lectern-hugo-'))
  try {
    mkdirSync(join(site, 'content', 'page'), {recursive: true})
    mkdirSync(join(site, 'layouts', '_default'), {recursive: true})
    writeFileSync(join(site, 'config.yaml'), config)
    // The text of a callout as in every generation of the theme.
    mkdirSync(join(site, 'layouts', 'shortcodes'))
    writeFileSync(join(site, 'layouts', 'shortcodes', 'callout.html'), '<aside>{{ .Inner | markdownify }}</aside>')
    writeFileSync(join(site, 'layouts', '_default', 'single.html'), '<main>{{ .Content }}</main>')
    for (const [index, text] of texts.entries()) {
      writeFileSync(join(site, 'content', 'page', `p${index}.md`), `---\ntitle: page\n---\n${text}`)
    }
    execFileSync('hugo', ['--quiet', '-s', site, '-d', 'out'], {encoding: 'utf8'})
    return texts.map((_, index) => normalizeHtml(readPage(join(site, 'out', 'page', `p${index}`, 'index.html'))))
  } finally {
    rmSync(site, {recursive: true, force: true})
  }
}

function readPage(path: string): string {
  if (!existsSync(path)) throw new Error(`Hugo wrote no page ${path}`)
  return readFileSync(path, 'utf8')
}

function normalizeHtml(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/\s+<\//g, '</')
    .replace(/ *<br> */g, '<br>')
    .trim()
}
