import {accessSync, constants as fsConstants, existsSync, mkdirSync} from 'node:fs'
import {LakeStartError} from '../../errors.ts'

/** Makes the folder when it is missing. @throws LakeStartError `folder_unwritable` */
export function ensureWritableFolder(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700})
    accessSync(folder, fsConstants.R_OK | fsConstants.W_OK | fsConstants.X_OK)
  } catch (error) {
    throw new LakeStartError(
      'folder_unwritable',
      `The data folder ${folder} cannot be written. Give this user the right to write there, or choose another folder with LECTERN_DATA.`,
      error,
    )
  }
}

/** SQLite itself would only say "disk I/O error". @throws LakeStartError `folder_unwritable` */
export function ensureWritableFile(file: string): void {
  if (!existsSync(file)) return
  try {
    accessSync(file, fsConstants.R_OK | fsConstants.W_OK)
  } catch (error) {
    throw new LakeStartError(
      'folder_unwritable',
      `${file} cannot be written. Give this user the right to write it.`,
      error,
    )
  }
}
