/** Kinds of metadata that a client may ask for with `meta=`. */
export const metadataKinds = ['lqip', 'blurhash', 'thumbhash', 'palette', 'location', 'exif'] as const
export type MetadataKind = (typeof metadataKinds)[number]

/** What the hosted service extracts when a client does not say. */
export const defaultMetadata: readonly MetadataKind[] = ['lqip', 'blurhash', 'thumbhash', 'palette']
