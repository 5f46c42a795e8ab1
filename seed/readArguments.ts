import {accessSync, constants} from 'node:fs'
import {dirname, join} from 'node:path'
import {parseArgs} from 'node:util'
import {describeSwallowed} from '../connection/describeSwallowed.ts'
import {isFolder} from './bundle/isFile.ts'
import {isFileError} from './bundle/isFileError.ts'
import {dialects} from './documents/dialects.ts'
import type {Dialect} from './markdown/types.ts'
import type {Prefer} from './plan/mergeValue.ts'

const OPTIONS = {
  'dry-run': {type: 'boolean', default: false},
  strict: {type: 'boolean', default: false},
  prefer: {type: 'string'},
  prune: {type: 'boolean', default: false},
  report: {type: 'string'},
  dialect: {type: 'string', default: 'keep'},
  watch: {type: 'boolean', default: false},
  help: {type: 'boolean', short: 'h', default: false},
} as const

/** What the command line asks for is not possible or not understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What an import or an export is asked to do. */
export interface Arguments {
  folder: string
  dryRun: boolean
  strict: boolean
  prune: boolean
  watch: boolean
  prefer?: Prefer
  report?: string
  dialect?: Dialect
}

/** A command line: which command, and what it is to do; `help` asks for the usage instead. */
export interface CommandLine {
  command: string
  help: boolean
  /** @throws UsageError for what is not possible. */
  read(): Arguments
}

type Values = ReturnType<typeof parseArgs<{options: typeof OPTIONS}>>['values']

/**
 * Reads the arguments behind `npm run seed --`, the name of the command first.
 * @throws UsageError for an option that there is not, or that npm took for itself.
 */
export function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): CommandLine {
  const {values, positionals} = parse(args)
  const [command = '', folder, ...rest] = positionals
  return {
    command,
    help: values.help,
    read() {
      const swallowed = describeSwallowed(command, Object.keys(OPTIONS), positionals.slice(1), env)
      if (swallowed !== undefined) throw new UsageError(swallowed)
      if (rest.length > 0) throw new UsageError(`One site at a time: ${rest.join(', ')} would be left out`)
      checkTogether(command, values)
      return toArguments(values, folder ?? join(import.meta.dirname, 'content'))
    },
  }
}

function parse(args: readonly string[]): {values: Values; positionals: string[]} {
  try {
    return parseArgs({args: [...args], options: OPTIONS, allowPositionals: true})
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error
    const [what = ''] = error.message.split(/\.\s/, 1)
    const command = args[0] === 'export' ? 'export' : 'seed'
    throw new UsageError(`${what.replace(/\.$/, '')}: "npm run ${command} -- --help" lists the options`, {cause: error})
  }
}

function checkTogether(command: string, values: Values): void {
  if (command === 'export' && values.watch) throw new UsageError('--watch is for seed, which then writes files, too')
  if (command === 'seed' && values.dialect !== 'keep') throw new UsageError('--dialect is for export')
  if (values.watch && values['dry-run'])
    throw new UsageError('--watch writes, and --dry-run writes nothing: give one of them')
}

function toArguments(values: Values, folder: string): Arguments {
  const {prefer, dialect, report} = values
  if (prefer !== undefined && prefer !== 'file' && prefer !== 'studio')
    throw new UsageError('--prefer is file or studio')
  const named = Object.keys(dialects).find((name): name is Dialect => name === dialect)
  if (named === undefined && dialect !== 'keep')
    throw new UsageError(`--dialect is keep, ${Object.keys(dialects).join(', ')}`)
  if (report !== undefined) checkReport(report)
  return {
    folder,
    dryRun: values['dry-run'],
    strict: values.strict,
    prune: values.prune,
    watch: values.watch,
    ...(prefer !== undefined && {prefer}),
    ...(report !== undefined && {report}),
    ...(named !== undefined && {dialect: named}),
  }
}

/**
 * Before anything is done: a report that cannot be written would be missed afterwards.
 * @throws UsageError
 */
export function checkReport(file: string): void {
  if (file === '') throw new UsageError('--report needs the name of a file')
  if (isFolder(file)) throw new UsageError(`--report is a file, and "${file}" is a folder`)
  const folder = dirname(file)
  if (!isFolder(folder)) throw new UsageError(`--report cannot be written: there is no folder "${folder}"`)
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    if (!isFileError(error)) throw error
    throw new UsageError(`--report cannot be written: this user may not write to "${folder}"`, {cause: error})
  }
}
