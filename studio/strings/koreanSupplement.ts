import type {LocaleResourceBundle} from 'sanity'
import {LOCALES} from './language.ts'

const bundle = (namespace: string, resources: LocaleResourceBundle['resources']): LocaleResourceBundle => ({
  locale: LOCALES.ko,
  namespace,
  resources,
})

/**
 * Korean for what `@sanity/locale-ko-kr` 1.1 leaves in English, says in outdated words or in words that mean something else: releases and
 * scheduled drafts above all. Sanity loads a bundle when its namespace is first used, later bundles over earlier ones.
 */
export const koreanSupplement: LocaleResourceBundle[] = [
  bundle('comments', async () => (await import('./korean/comments.ts')).comments),
  bundle('copy-paste', async () => (await import('./korean/copyPaste.ts')).copyPaste),
  bundle('releases', async () => (await import('./korean/releases.ts')).releases),
  bundle('singleDocRelease', async () => (await import('./korean/scheduledDrafts.ts')).scheduledDrafts),
  bundle('structure', async () => (await import('./korean/structure.ts')).structure),
  bundle('studio', async () => ({
    ...(await import('./korean/studio.ts')).studio,
    ...(await import('./korean/searchFilters.ts')).searchFilters,
  })),
  bundle('tasks', async () => (await import('./korean/tasks.ts')).tasks),
  bundle('validation', async () => (await import('./korean/validation.ts')).validation),
  bundle('vision', async () => (await import('./korean/vision.ts')).vision),
]
