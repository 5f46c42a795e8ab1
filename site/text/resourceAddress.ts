import type {ShortcodeCall} from './readShortcode.ts'

const places: Record<string, (resource: string, type: string | undefined) => string> = {
  github: (resource) => `https://github.com/${resource}`,
  gitlab: (resource) => `https://gitlab.com/${resource}`,
  huggingface: (resource, type) =>
    `https://huggingface.co/${type === 'dataset' || type === 'space' ? `${type}s/` : ''}${resource}`,
}

/** Where the page is that the kit's `embed` names by its address, or by a platform and what it is called there. */
export function resourceAddress({named: {url, platform = '', resource, type}}: ShortcodeCall): string | undefined {
  if (url) return url
  return resource && Object.hasOwn(places, platform) ? places[platform]?.(encodeURI(resource), type) : undefined
}
