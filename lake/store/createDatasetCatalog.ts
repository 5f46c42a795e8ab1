import {randomBytes} from 'node:crypto'
import type {DatasetCatalog, DatasetInfo} from '../datasetCatalog.ts'
import {BadRequestError, ConflictError, NotFoundError, NotImplementedError} from '../errors.ts'
import type {Database} from './database/openDatabase.ts'
import {datasetStatements, type DatasetRow} from './tables/datasetTable.ts'
import {removeDatasetContent} from './tables/removeDatasetContent.ts'

/** The catalog as the store has it, which opens what is listed. */
export interface StoredCatalog extends DatasetCatalog {
  /** @throws NotFoundError */
  row(name: string): DatasetRow
}

/** https://www.sanity.io/docs/datasets: also enforced by `@sanity/client`. */
const datasetName = /^[a-z0-9][-\w]{0,63}$/
/** What a name with a tilde stands for on the hosted service. */
const aliases = 'Dataset aliases'

/** @param onRemove Told the name of a dataset that is gone. */
export function createDatasetCatalog(
  database: Database,
  clock: () => Date,
  onRemove: (name: string) => void,
): StoredCatalog {
  const rows = datasetStatements(database)
  // Every anonymous request asks whether its dataset is public.
  let infos: readonly DatasetInfo[] | undefined

  function row(name: string): DatasetRow {
    const found = rows.byName.get(name)
    if (found !== undefined) return found
    if (name.startsWith('~')) throw new NotImplementedError(aliases)
    throw new NotFoundError(`Dataset "${name}" not found`)
  }

  return {
    row,
    list: () => (infos ??= rows.all.all().map(toInfo)),
    create(name, {aclMode, profile, addonFor}) {
      if (name.startsWith('~')) throw new NotImplementedError(aliases)
      if (!datasetName.test(name)) throw new BadRequestError(`Dataset name "${name}" is not allowed`)
      if (rows.byName.get(name) !== undefined) throw new ConflictError(`Dataset "${name}" already exists`)
      const epoch = randomBytes(4).toString('hex')
      rows.insert.run(name, aclMode, profile ?? null, addonFor ?? null, clock().toISOString(), epoch)
      infos = undefined
    },
    setAclMode(name, aclMode) {
      row(name)
      rows.setAclMode.run(aclMode, name)
      infos = undefined
    },
    remove(name) {
      const {pk} = row(name)
      database.transaction(() => removeDatasetContent(database, pk))
      infos = undefined
      onRemove(name)
    },
  }
}

function toInfo(row: DatasetRow): DatasetInfo {
  return {
    name: row.name,
    aclMode: row.acl_mode,
    createdAt: row.created_at,
    ...(row.profile === null ? {} : {profile: row.profile}),
    ...(row.addon_for === null ? {} : {addonFor: row.addon_for}),
  }
}
