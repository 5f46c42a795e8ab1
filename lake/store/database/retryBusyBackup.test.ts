import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openDatabase} from './openDatabase.ts'
import {retryBusyBackup} from './retryBusyBackup.ts'

/** So many that the first step of a copy, on another thread, falls between two of them. */
const ROWS = 20_000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-copy-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

test('a copy that begins within a transaction waits for it, and holds all of it', async () => {
  const database = openDatabase(join(folder, 'lake.sqlite'))
  database.exec('CREATE TABLE row (id INTEGER PRIMARY KEY)')
  const insert = database.prepare('INSERT INTO row DEFAULT VALUES')
  const copying = database.transaction(() => {
    const begun = database.backup(join(folder, 'copy.sqlite'))
    for (let row = 0; row < ROWS; row += 1) insert.run()
    return begun
  })
  await copying
  database.close()
  const copy = openDatabase(join(folder, 'copy.sqlite'))
  expect(copy.prepare<{count: number}>('SELECT count(*) AS count FROM row').get()).toEqual({count: ROWS})
  copy.close()
})

test('any other error is passed on at once', async () => {
  let tries = 0
  const fail = async (): Promise<never> => {
    tries += 1
    throw Object.assign(new Error('database or disk is full'), {errcode: 13})
  }
  await expect(retryBusyBackup(fail)).rejects.toThrow('database or disk is full')
  expect(tries).toBe(1)
})
