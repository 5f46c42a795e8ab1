import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {storageError} from './storageError.ts'

/** What can be bound to a statement or read from a row. Booleans are stored as 0 and 1. */
export type SqlValue = null | number | string | Uint8Array

/**
 * A prepared statement with positional parameters. There is no `iterate`: SQLite forbids running a statement again
 * while it is being stepped through, and queries nest. Read large results in pages.
 */
export interface Statement<Row> {
  get(...parameters: SqlValue[]): Row | undefined
  all(...parameters: SqlValue[]): Row[]
  run(...parameters: SqlValue[]): {changes: number; lastInsertRowid: number}
}

/** The compiled statements of a connection. */
export interface Statements {
  prepare<Row = never>(sql: string): Statement<Row>
  clear(): void
}

/** Compiled statements kept per database; narrowings compose their SQL, so the number of texts is not fixed. */
const maxStatements = 400

/** Compiles each SQL text once. Every error is a StorageError that carries the SQL. */
export function createStatements(connection: DatabaseSync): Statements {
  const statements = new Map<string, Statement<unknown>>()

  function prepare<Row>(sql: string): Statement<Row> {
    let statement = statements.get(sql)
    if (statement === undefined) {
      statement = wrapStatement(compile(connection, sql), sql)
      if (statements.size >= maxStatements) statements.delete(firstKey(statements))
      statements.set(sql, statement)
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row's shape follows from the SQL, which only its author knows
    return statement as Statement<Row>
  }

  return {prepare, clear: () => statements.clear()}
}

function wrapStatement(statement: StatementSync, sql: string): Statement<unknown> {
  const guarded = <Result>(step: () => Result): Result => {
    try {
      return step()
    } catch (error) {
      throw storageError(error, sql)
    }
  }
  return {
    get: (...parameters) => guarded(() => statement.get(...parameters)),
    all: (...parameters) => guarded(() => statement.all(...parameters)),
    run: (...parameters) =>
      guarded(() => {
        const {changes, lastInsertRowid} = statement.run(...parameters)
        return {changes: Number(changes), lastInsertRowid: Number(lastInsertRowid)}
      }),
  }
}

function compile(connection: DatabaseSync, sql: string): StatementSync {
  try {
    return connection.prepare(sql)
  } catch (error) {
    throw storageError(error, sql)
  }
}

function firstKey(map: Map<string, unknown>): string {
  for (const key of map.keys()) return key
  return ''
}
