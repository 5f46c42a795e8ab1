import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {isExpected} from './isExpected.ts'
import {sanityEnvironment} from './sanityEnvironment.ts'
import {readSettings} from './settings.ts'

const CLI = fileURLToPath(new URL('../../bin/run.js', import.meta.resolve('@sanity/cli')))

/** Sanity's command line on the lake of this machine: `node start/sanity.ts dataset list`. */
try {
  const env = sanityEnvironment(process.env, readSettings(process.env, []))
  const child = spawn(process.execPath, [CLI, ...process.argv.slice(2)], {env, stdio: 'inherit'})
  child.once('close', (code, signal) => (process.exitCode = signal === null ? (code ?? 1) : 1))
} catch (error) {
  if (!isExpected(error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
