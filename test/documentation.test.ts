import {readFileSync} from 'node:fs'
import {globSync} from 'tinyglobby'
import {expect, test} from 'vitest'

const files = globSync(['**/*', '!**/node_modules/**', '!**/dist/**', '!.git/**', '!.lectern/**'], {dot: true})
const sources = files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8'))

/** What stands between backticks in a text, blocks of code left out. */
function quotedIn(text: string): string[] {
  return [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, quoted]) => quoted ?? '')
}

const isDeclared = (name: string) => {
  const declaration = new RegExp(`export (async )?function ${name}[(<]`)
  return sources.some((source) => declaration.test(source))
}
const isFile = (name: string) => /^[\w./-]+\.tsx?$/.test(name)
const isThere = (file: string) => files.some((other) => other === file || other.endsWith(`/${file}`))

test.each(['CONTRIBUTING.md', 'README.md', 'SECURITY.md', 'lake/README.md', 'bench/README.md', 'site/README.md'])(
  'the source files that %s names are there',
  (document) => {
    const named = quotedIn(readFileSync(document, 'utf8')).filter(isFile)
    expect(named.filter((file) => !isThere(file))).toEqual([])
  },
)

test('the tests that SECURITY.md names have the words of their titles that it gives', () => {
  const named = [...readFileSync('SECURITY.md', 'utf8').matchAll(/`([\w./]+\.test\.tsx?)`: ([^`|]+)/g)]
  const titles = named.flatMap(([, file = '', words = '']) =>
    words.split(/[;.…] ?/).flatMap((part) => (part.trim() === '' ? [] : [[file, part.trim()] as const])),
  )
  expect(titles.length).toBeGreaterThan(50)
  expect(titles.filter(([file, words]) => !readFileSync(file, 'utf8').includes(words))).toEqual([])
})

test('the functions that CONTRIBUTING.md says data flows through are there', () => {
  const [, flow = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split('## How data flows')
  const [rows = ''] = flow.split('\n## ')
  const names = quotedIn(rows).filter((name) => /^[a-z]\w+$/.test(name))
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !isDeclared(name))).toEqual([])
})

test('the functions that site/README.md calls are there', () => {
  const calls = quotedIn(readFileSync('site/README.md', 'utf8')).flatMap((quoted) => /^(\w+)\(/.exec(quoted)?.[1] ?? [])
  const methods = ['link', 'picture']
  expect(calls).toContain('dateRange')
  expect(calls.filter((name) => !isDeclared(name) && !methods.includes(name))).toEqual([])
})
