import {type Dirent, existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {foreignLink, mayBeLink} from './foreignLink.ts'
import {isFile, isFolder} from './isFile.ts'
import {readErrorReason} from './readErrorReason.ts'
import type {Refusal} from './refusal.ts'

/** What stands below a folder, relative to the site. */
export interface FileList {
  /** `/` between folders, in a stable order. */
  files: string[]
  /** Symbolic links, which are not followed: writing would replace them, or reach outside of the site. */
  links: string[]
  /** Folders that cannot be read, and files whose names cannot. */
  refusals: Refusal[]
}

/**
 * All files below a folder of a site, or the one file of that name.
 * @param folder The site's.
 * @param name Relative to it; '' for the site's own files, without what is in its folders.
 * @param roots Folders that are followed when they are symbolic links, and those above them.
 */
export function listFiles(folder: string, name: string, roots: readonly string[]): FileList {
  const list: FileList = {files: [], links: [], refusals: []}
  const link = foreignLink(folder, name, roots)
  if (link !== undefined) return {...list, links: [link]}
  const visit = (path: string) => {
    for (const entry of readFolder(folder, path, list)) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`
      const isFollowed = entry.isSymbolicLink() && mayBeLink(inner, roots) && isFolder(join(folder, inner))
      const wrong = wrongName(folder, inner)
      if (wrong !== undefined) list.refusals.push({path: inner, message: wrong})
      else if (entry.isSymbolicLink() && !isFollowed) list.links.push(inner)
      else if (entry.isFile()) list.files.push(inner)
      else if (name !== '' && (entry.isDirectory() || isFollowed) && !NOT_CONTENT.has(entry.name)) visit(inner)
    }
  }
  if (isFolder(join(folder, name))) visit(name)
  else if (isFile(join(folder, name))) list.files.push(name)
  return {...list, files: list.files.sort()}
}

const NOT_CONTENT: ReadonlySet<string> = new Set(['node_modules', '.git'])

function readFolder(folder: string, path: string, {refusals}: FileList): Dirent[] {
  try {
    return readdirSync(`${folder}/${path}`, {withFileTypes: true})
  } catch (error) {
    const reason = readErrorReason(error)
    if (reason === undefined) throw error
    refusals.push({path: path === '' ? '.' : path, message: `The folder cannot be read: ${reason}`})
    return []
  }
}

/** Why nothing can be done with a name: Node could not read it, so that nothing stands where it says, or lists of paths would break at it. */
function wrongName(folder: string, path: string): string | undefined {
  if (path.includes('\uFFFD') && !existsSync(`${folder}/${path}`)) return 'Its name is not UTF-8: give it another one'
  return path.includes('\n') ? 'Its name has a line break: give it another one' : undefined
}
