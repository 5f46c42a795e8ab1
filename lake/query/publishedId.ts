const versionPrefix = /^(?:drafts\.|versions\.[^.]+\.)(?=.)/

/** The id that a draft or a release version of a document shares with its published version. */
export function publishedId(id: string): string {
  return id.replace(versionPrefix, '')
}
