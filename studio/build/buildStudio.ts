import {join} from 'node:path'
import {ensureStudio} from './ensureStudio.ts'

/** `npm run build:studio`: builds the Studio if its sources changed, and says where it is. */
const folder = await ensureStudio({projectDir: join(import.meta.dirname, '../..'), print: (line) => console.log(line)})
console.log(`The Studio is in ${folder}`)
