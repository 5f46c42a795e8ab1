/** The parts of a path, decoded and in NFC (a Mac may type Hangul in NFD); undefined for malformed percent-encoding. */
export function decodePath(pathname: string): string[] | undefined {
  try {
    return pathname
      .split('/')
      .filter((part) => part !== '')
      .map((part) => decodeURIComponent(part).normalize('NFC'))
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
