import {StorageError} from '../../errors.ts'

/** Whether an error says that the disk takes no more. What is only written to answer more quickly is then left, so that everybody can go on reading. */
export function takesNoMore(error: unknown): boolean {
  return error instanceof StorageError && (error.code === 'storage_full' || error.code === 'storage_readonly')
}
