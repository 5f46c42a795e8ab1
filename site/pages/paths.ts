/** Addresses of the site's pages, percent-encoded, always with a final slash as Hugo's are. */
export const paths = {
  talks: '/',
  talksPage: (number: number) => (number === 1 ? '/' : `/page/${number}/`),
  talk: (slug: string) => `/talk/${segment(slug)}/`,
  calendar: (slug: string) => `/talk/${segment(slug)}/talk.ics`,
  author: (slug: string) => `/author/${segment(slug)}/`,
  project: (slug: string) => `/project/${segment(slug)}/`,
  slides: (slug: string) => `/slides/${segment(slug)}/`,
  tag: (tag: string) => `/tag/${segment(tag)}/`,
}

function segment(text: string): string {
  return encodeURIComponent(text.normalize('NFC'))
}
