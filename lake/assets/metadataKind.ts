/** Kinds of metadata that a client may ask for with `meta=`. */
export type MetadataKind = 'lqip' | 'blurhash' | 'thumbhash' | 'palette' | 'location' | 'exif'

/** What the hosted service extracts when a client does not say. */
export const defaultMetadata: readonly MetadataKind[] = ['lqip', 'blurhash', 'thumbhash', 'palette']
