import {chmodSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {LakeStartError} from '../errors.ts'
import {createSecret} from './secrets.ts'

/**
 * The administrator's token in `dataDir/token`, made at first start. Only its owner may read the file (mode 600), which is
 * restored when it was widened. Throws a LakeStartError when the folder is not writable or the file holds no token.
 */
export function administratorToken(dataDir: string): string {
  const path = join(dataDir, 'token')
  try {
    writeFileSync(path, `${createSecret('sk')}\n`, {mode: 0o600, flag: 'wx'})
  } catch (error) {
    if (!isExistsError(error)) throw new LakeStartError('folder_unwritable', `Cannot write ${path}`, error)
  }
  chmodSync(path, 0o600)
  const token = readFileSync(path, 'utf8').trim()
  if (token.length < 32) throw new LakeStartError('corrupt', `${path} holds no token: remove it to get a new one`)
  return token
}

const isExistsError = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'
