import {runLectern} from './start/runLectern.ts'

process.exitCode = await runLectern(process.env, process.argv.slice(2))
