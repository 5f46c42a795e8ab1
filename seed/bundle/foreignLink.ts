import {lstatSync} from 'node:fs'
import {join} from 'node:path'
import {contentMounts} from './contentMounts.ts'
import type {SiteConfig} from './siteConfig.ts'

/**
 * The folders of a site that Hugo mounts: those of the configuration that hold content, and its own. Each may be a symbolic
 * link, which every Hugo follows (0.166.0 did not, which was taken back); below it, none has followed links since 0.123.
 * https://github.com/gohugoio/hugo/issues/11556, https://github.com/gohugoio/hugo/pull/15368
 */
export function mountRoots(config: Pick<SiteConfig, 'languages' | 'mounts'>): string[] {
  return [...contentMounts(config).map(({source}) => source), 'data', 'static', 'assets']
}

/** Whether a folder may be a symbolic link: it is mounted, or one that is mounted stands below it. */
export function mayBeLink(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => root === path || root.startsWith(`${path}/`))
}

/**
 * The first part of a path that is a symbolic link and must not be followed: a file that is one, or a folder below what is mounted.
 * @param path Of a file or a folder, relative to the site's folder.
 */
export function foreignLink(folder: string, path: string, roots: readonly string[]): string | undefined {
  const names = path.split('/')
  return names
    .map((_, index) => names.slice(0, index + 1).join('/'))
    .find((place) => isLink(join(folder, place)) && !mayBeLink(place, roots))
}

/** Whether a symbolic link stands at a path. */
export function isLink(path: string): boolean {
  return lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink() === true
}
