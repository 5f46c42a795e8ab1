import {execFileSync} from 'node:child_process'
import {globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

/** What Hugo makes of a page. Dates are as Go prints them in RFC 3339, the zero date `0001-01-01T00:00:00Z`. */
export interface HugoReading {
  title: string
  date: string
  publishDate: string
  expiryDate: string
  address: string
  /** Front matter as templates see it: keys in lower case. */
  params: Record<string, unknown>
}

const LIST = `{{ range where site.AllPages "Kind" "page" }}{{ dict
  "path" .File.Filename "title" .Title "date" .Date "publishDate" .PublishDate
  "expiryDate" .ExpiryDate "address" .RelPermalink "params" .Params | jsonify }}
{{ end }}`

/**
 * Lets Hugo read the pages of a site, drafts and those of any date too: all in one run of a temporary site.
 * @param files Path relative to the site folder, and text: pages and configuration.
 * @returns Readings by path.
 * @throws Error with Hugo's own words when it refuses one of them.
 */
export function readWithHugo(files: Readonly<Record<string, string>>): Map<string, HugoReading> {
  const site = mkdtempSync(join(tmpdir(), 'lectern-hugo-'))
  try {
    const all = {'config/_default/config.yaml': 'baseURL: https://example.org/\n', ...files, 'layouts/index.html': LIST}
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(site, path)), {recursive: true})
      writeFileSync(join(site, path), text)
    }
    execFileSync('hugo', ['--quiet', '-DEF', '-s', site, '-d', 'out'], {encoding: 'utf8', stdio: 'pipe'})
    // Where the default language has a folder of its own, the page at the top only leads there.
    const homes = globSync(['index.html', '*/index.html'], {cwd: join(site, 'out')})
    const lines = homes.flatMap((home) => readFileSync(join(site, 'out', home), 'utf8').split('\n'))
    return new Map(
      lines.flatMap((line) => {
        if (!line.startsWith('{')) return []
        const {path, ...reading}: HugoReading & {path: string} = JSON.parse(line)
        return [[path.slice(site.length + 1), reading] as const]
      }),
    )
  } finally {
    rmSync(site, {recursive: true, force: true})
  }
}
