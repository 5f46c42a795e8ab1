import {statSync} from 'node:fs'

/** Whether a file stands at a path, or a link to one. */
export function isFile(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isFile() === true
}

/** Whether a folder stands at a path, or a link to one. */
export function isFolder(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() === true
}
