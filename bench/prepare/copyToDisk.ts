import {closeSync, cpSync, fsyncSync, openSync, readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'

/** Copies a file or a folder. What the kernel had yet to write of the copy would slow down whoever is measured waiting for the disk. */
export function copyToDisk(from: string, to: string): void {
  cpSync(from, to, {recursive: true})
  const files = statSync(to).isDirectory()
    ? readdirSync(to, {recursive: true, withFileTypes: true}).flatMap((entry) =>
        entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
      )
    : [to]
  for (const file of files) {
    const descriptor = openSync(file, 'r+')
    fsyncSync(descriptor)
    closeSync(descriptor)
  }
}
