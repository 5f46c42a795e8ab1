const addresses: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  bilibili: (id) => `https://www.bilibili.com/video/${id}/`,
  gdocs: (id) => `https://docs.google.com/document/d/${id}/`,
  x: (id) => `https://x.com/i/status/${id}`,
  tweet: (id) => `https://x.com/i/status/${id}`,
  twitter: (id) => `https://x.com/i/status/${id}`,
  speakerdeck: (id) => `https://speakerdeck.com/player/${id}`,
  gist: (id) => `https://gist.github.com/${id.trim().split('%20').join('/')}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
}

/** Those whose pages are known by an id. */
export const embedProviders: readonly string[] = Object.keys(addresses)

/** Where a player's or post's page is, by the provider's name and its id there; undefined for a provider that is not known. */
export function embedAddress(provider: string, id: string | undefined): string | undefined {
  return id && Object.hasOwn(addresses, provider) ? addresses[provider]?.(encodeURIComponent(id)) : undefined
}
