import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'

/**
 * Bodies of 2 KB, made of the Korean talk, to Portable Text: ours, `@portabletext/markdown`, and the way that Sanity's
 * guides show (remark, rehype, jsdom, block-tools). A process per case, cases in turn, pages per second of CPU time.
 */
const cases = {
  ours: {pages: 4000, convert: ours},
  portabletext: {pages: 800, convert: portabletext},
  blockTools: {pages: 40, convert: blockTools},
} satisfies Record<string, {pages: number; convert: () => Promise<(markdown: string) => unknown>}>

type CaseName = keyof typeof cases

async function ours(): Promise<(markdown: string) => unknown> {
  const {parseBody} = await import('../seed/markdown/parseBody.ts')
  return (markdown) => parseBody(markdown, {path: 'index.md', line: 1, dialect: 'wowchemy'})
}

async function portabletext(): Promise<(markdown: string) => unknown> {
  const {markdownToPortableText} = await import('@portabletext/markdown')
  return (markdown) => markdownToPortableText(markdown)
}

async function blockTools(): Promise<(markdown: string) => unknown> {
  const [{unified}, {default: parse}, {default: gfm}, {default: toRehype}, {default: stringify}] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
    import('remark-rehype'),
    import('rehype-stringify'),
  ])
  const [{JSDOM}, {htmlToBlocks}, {Schema}] = await Promise.all([
    import('jsdom'),
    import('@portabletext/block-tools'),
    import('@sanity/schema'),
  ])
  const schema = Schema.compile({
    name: 'bench',
    types: [{name: 'talk', type: 'document', fields: [{name: 'body', type: 'array', of: [{type: 'block'}]}]}],
  })
  const body = schema.get('talk').fields.find(({name}: {name: string}) => name === 'body').type
  const processor = unified().use(parse).use(gfm).use(toRehype).use(stringify)
  return (markdown) =>
    htmlToBlocks(String(processor.processSync(markdown)), body, {parseHtml: (html) => new JSDOM(html).window.document})
}

/** The talk's paragraphs among what other talks have: headings, lists, links, code, a table. About 2 KB each. */
function makePages(count: number): string[] {
  const folder = join(import.meta.dirname, '../seed/content/content/event/백엔드-개발에-대한-짧은-견해/index.md')
  const talk = readFileSync(folder, 'utf8').split(/^---$/m)[2]?.trim().replace(/ +$/gm, '') ?? ''
  return Array.from({length: count}, (_, index) =>
    [
      talk.slice(0, 400),
      `## 발표 ${index}`,
      `- 첫째 *항목* ${index}\n- 둘째 [링크](https://example.org/${index})\n- \`code\` 셋째`,
      `The talk shows **how** a backend with ${index} users is kept small, and why [the slides](/slides/${index}) matter.`,
      '```ts\nconst answer = 42\nconsole.log(answer)\n```',
      '| 항목 | 값 |\n| --- | --- |\n| 지연 | 12 ms |\n| 처리량 | 900 |',
      talk.slice(400),
    ].join('\n\n'),
  )
}

/** Pages per CPU second: the median of five windows after one to warm up. */
async function measure(name: CaseName): Promise<number> {
  const convert = await cases[name].convert()
  const pages = makePages(cases[name].pages)
  const rates: number[] = []
  for (let round = 0; round < 6; round++) {
    const start = process.cpuUsage()
    for (const page of pages) convert(page)
    const {user, system} = process.cpuUsage(start)
    if (round > 0) rates.push((pages.length / (user + system)) * 1e6)
  }
  return rates.toSorted((a, b) => a - b)[2] ?? 0
}

function isCase(name: string | undefined): name is CaseName {
  return name !== undefined && Object.hasOwn(cases, name)
}

function compare(): void {
  const rates: Record<CaseName, number[]> = {ours: [], portabletext: [], blockTools: []}
  for (let round = 0; round < 3; round++) {
    for (const name of Object.keys(rates).filter(isCase)) {
      rates[name].push(Number(execFileSync(process.execPath, [import.meta.filename, name], {encoding: 'utf8'})))
    }
  }
  const median = (name: CaseName): number => rates[name].toSorted((a, b) => a - b)[1] ?? 0
  for (const name of Object.keys(rates).filter(isCase)) {
    console.log(
      `${name}: ${Math.round(median(name))} pages per CPU second, ours is ${(median('ours') / median(name)).toFixed(1)} times`,
    )
  }
}

const name = process.argv[2]
if (isCase(name)) console.log(await measure(name))
else compare()
