import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {generateTypes, TYPES_FILE} from './generateTypes.ts'

test('the committed types are those of the schema and the site’s queries (else: npm run typegen)', async () => {
  expect(readFileSync(TYPES_FILE, 'utf8')).toBe(await generateTypes(process.cwd()))
})
