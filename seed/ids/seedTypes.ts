/** Document types that a Hugo site's files become; each refers only to those before it, and to its own. */
export const SEED_TYPES = ['author', 'slideDeck', 'project', 'talk'] as const
export type SeedType = (typeof SEED_TYPES)[number]
