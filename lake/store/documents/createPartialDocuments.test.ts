import {join} from 'node:path'
import * as fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'
import type {JsonValue} from '../../document.ts'
import {valueAt} from '../../query/valueAt.ts'
import {type Database, openDatabase} from '../database/openDatabase.ts'
import {newFolder} from '../fixtures/openTestStore.ts'
import {createPartialDocuments} from './createPartialDocuments.ts'

const name = fc.constantFrom('a', 'b', 'c', '_type', '백', 'a.b', '__proto__', 'to"quote')
const {value} = fc.letrec<{value: JsonValue}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 3},
    fc.constantFrom<JsonValue>(null, true, 0.1, 'text', '한글 "따옴표"', 'long '.repeat(300)),
    fc.dictionary(name, tie('value'), {maxKeys: 3, noNullPrototype: true}),
    fc.array(tie('value'), {maxLength: 2}),
  ),
}))
const content = fc.dictionary(name, value, {maxKeys: 4, noNullPrototype: true})
const path = fc.constantFrom('a', 'b', 'a.b', 'a.b.c', 'b.a', 'c._type', '_id', '_type', 'a.a.a')

function newDatabase(): Database {
  const database = openDatabase(join(newFolder(), 'parts.sqlite'))
  onTestFinished(() => database.close())
  return database
}

test('parts have what the document has at every path that was asked for, in whatever order paths are', () => {
  const database = newDatabase()
  database.prepare('CREATE TABLE documents (pk INTEGER PRIMARY KEY, id TEXT, type TEXT, body BLOB)').run()
  fc.assert(
    fc.property(
      fc.array(content, {minLength: 1, maxLength: 3}),
      fc.array(fc.uniqueArray(path), {minLength: 1, maxLength: 5}),
      (contents, asked) => {
        database.prepare('DELETE FROM documents').run()
        const documents = contents.map((fields, at) => ({...fields, _id: `d${at}`, _type: 'talk'}))
        const insert = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?)')
        for (const [at, document] of documents.entries())
          insert.run(at, document._id, document._type, Buffer.from(JSON.stringify(document)))
        const parts = createPartialDocuments(database, 10_000)
        const keys = documents.map(({_id}, pk) => ({pk, id: _id}))
        for (const paths of asked) {
          const found = parts.read(keys, paths)
          for (const [pk, document] of documents.entries())
            for (const one of [...paths, '_id', '_type'])
              expect(valueAt(found.get(pk), one) ?? null).toEqual(valueAt(document, one) ?? null)
        }
      },
    ),
    {numRuns: 300},
  )
})

test('only paths of plain names are cut out', () => {
  const parts = createPartialDocuments(newDatabase(), 10_000)
  const names = [
    'title',
    'slug.current',
    'a b',
    'a..b',
    '.a',
    'a.__proto__',
    '__proto__',
    '제목',
    'a"',
    'x'.repeat(300),
  ]
  expect(names.filter((one) => parts.canRead([one]))).toEqual(['title', 'slug.current'])
})
