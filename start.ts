import {enableCompileCache} from 'node:module'
import {join} from 'node:path'
import {boundMemory} from './start/boundMemory.ts'

// Keeps sources without their types, and compiled code, from one start to the next: two thirds of a start.
enableCompileCache(join(import.meta.dirname, 'node_modules/.cache/compile'))
boundMemory()
const {runLectern} = await import('./start/runLectern.ts')

process.exitCode = await runLectern(process.env, process.argv.slice(2))
