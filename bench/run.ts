import {spawnSync} from 'node:child_process'
import {mkdtempSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {benchCases} from './cases.ts'
import {type Size, sizes} from './harness/benchCase.ts'
import {goalsTable} from './harness/goalsTable.ts'
import {machine} from './harness/machine.ts'
import {reportCase, reportMachine} from './harness/report.ts'
import {type CaseResult, runCase} from './harness/runCase.ts'

/** Benchmarks that are programs of their own and print for themselves. */
const programs: Record<string, string> = {queryEngine: 'query.ts', markdown: 'markdown.ts'}

const USAGE = `npm run bench -- [case …] [--sizes 1k,10k,100k] [--rounds N] [--json FILE] [--goals FILE] [--data FOLDER] [--list]

--goals writes the last table, the goals, as Markdown; --json every round of everything; --data keeps the prepared data in a folder for the next run. Cases: ${[...Object.keys(benchCases), ...Object.keys(programs)].join(', ')}`

const OPTIONS = {
  sizes: {type: 'string', default: Object.keys(sizes).join(',')},
  rounds: {type: 'string'},
  json: {type: 'string'},
  goals: {type: 'string'},
  data: {type: 'string'},
  list: {type: 'boolean', default: false},
  help: {type: 'boolean', short: 'h', default: false},
} as const

const {values, positionals} = readArguments()

process.exitCode = values.help ? help() : values.list ? list() : await run()

/** Ends the process where the options are not understood. */
function readArguments() {
  try {
    return parseArgs({allowPositionals: true, options: OPTIONS})
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error
    console.error(`${error.message.split(/\.\s/, 1)[0]}\n\n${USAGE}`)
    process.exit(1)
  }
}

function help(): number {
  console.log(USAGE)
  return 0
}

function list(): number {
  for (const [name, {about}] of Object.entries(benchCases)) console.log(`${name.padEnd(18)}${about}`)
  for (const [name, file] of Object.entries(programs)) console.log(`${name.padEnd(18)}see ${file}`)
  return 0
}

async function run(): Promise<number> {
  const known = [...Object.keys(benchCases), ...Object.keys(programs)]
  const names = positionals.length === 0 ? known : positionals
  const unknown = names.filter((name) => !known.includes(name))
  const asked = values.sizes.split(',')
  const wanted = asked.filter(isSize)
  if (unknown.length > 0 || wanted.length < asked.length) {
    console.error(
      `${unknown.length > 0 ? `There is no case ${unknown.join(', ')}.` : 'There is no such size.'}\n\n${USAGE}`,
    )
    return 1
  }
  const on = machine()
  console.log(reportMachine(on))
  const folder = values.data === undefined ? mkdtempSync(join(tmpdir(), 'lectern-bench-')) : resolve(values.data)
  mkdirSync(folder, {recursive: true})
  const cases: Record<string, CaseResult> = {}
  try {
    for (const name of names) {
      const benchCase = benchCases[name]
      if (benchCase === undefined) {
        runProgram(name)
        continue
      }
      const result = await runCase(name, benchCase, {sizes: wanted, rounds: roundsOf(values.rounds), folder, progress})
      cases[name] = result
      console.log(reportCase(name, benchCase, result))
      if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({machine: on, cases}, null, 2)}\n`)
    }
    const table = goalsTable(
      reportMachine(on),
      Object.values(cases).flatMap(({verdicts}) => verdicts),
    )
    console.log(`\n${table}`)
    if (values.goals !== undefined) writeFileSync(values.goals, table)
  } finally {
    if (values.data === undefined) rmSync(folder, {recursive: true, force: true})
  }
  return Object.values(cases).some(hasFailed) ? 1 : 0
}

function runProgram(name: string): void {
  console.log(`\n${name}`)
  const {status} = spawnSync(process.execPath, [join(import.meta.dirname, programs[name] ?? '')], {stdio: 'inherit'})
  if (status !== 0) throw new Error(`The benchmark "${name}" ended with code ${status}.`)
}

/** A missed target is a finding, a contestant that broke is an error. */
function hasFailed({results}: CaseResult): boolean {
  return results.some(({contestants}) => contestants.some(({state}) => state === 'failed'))
}

function roundsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Math.max(1, Number.parseInt(text, 10) || 1)
}

function isSize(text: string): text is Size {
  return Object.hasOwn(sizes, text)
}

function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\u001B[2K\r${line}\r`)
}
