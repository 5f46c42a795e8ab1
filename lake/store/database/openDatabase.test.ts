import {mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {openDatabase} from './openDatabase.ts'

test('the database is for its user alone, also in a folder that is for all', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-database-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const database = openDatabase(join(folder, 'lake.sqlite'))
  database.exec('CREATE TABLE one (id INTEGER)')
  const modes = ['lake.sqlite', 'lake.sqlite-wal'].map((name) => statSync(join(folder, name)).mode & 0o777)
  database.close()
  expect(modes).toEqual([0o600, 0o600])
})
