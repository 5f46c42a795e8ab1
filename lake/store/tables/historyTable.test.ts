import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {createStore} from '../createStore.ts'
import type {Statement} from '../database/createStatements.ts'
import type {Database} from '../database/openDatabase.ts'
import {historyStatements} from './historyTable.ts'

/** How SQLite would run each statement of the history, by its name. */
function plans(database: Database): Record<string, string[]> {
  const texts: string[] = []
  const prepare = <Row>(sql: string): Statement<Row> => {
    texts.push(sql)
    return database.prepare<Row>(sql)
  }
  const names = Object.keys(historyStatements({...database, prepare}))
  return Object.fromEntries(
    names.map((name, at) => {
      const rows = database.prepare<{detail: string}>(`EXPLAIN QUERY PLAN ${texts[at] ?? ''}`).all()
      return [name, rows.map(({detail}) => detail)]
    }),
  )
}

test('nothing but the end of a dataset goes through all of its changes', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lake-plans-'))
  const store = createStore({dataDir})
  onTestFinished(() => {
    store.close()
    rmSync(dataDir, {recursive: true})
  })
  const all = /^SCAN (?:changes|transactions)|\(dataset=\?\)/
  const through = Object.entries(plans(store.database)).filter(([, lines]) => lines.some((line) => all.test(line)))
  expect(Object.fromEntries(through)).toEqual({
    // The newest one, along the key.
    lastTransaction: ['SEARCH transactions USING PRIMARY KEY (dataset=?)'],
    removeTransactions: ['SEARCH transactions USING PRIMARY KEY (dataset=?)'],
    removeChanges: ['SEARCH changes USING INDEX changes_by_document (dataset=?)'],
  })
})
